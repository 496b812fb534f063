import type { InspectImage } from '../annotations/patientData';
import type { LoadWasm } from '../annotations/images/picture';
import { readPatientData } from '../annotations/patientData';
import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';
import { keepFiles } from '../workspace/keptFiles';
import type { Slices } from '../workspace/slices';
import { atOnce } from '../workspace/slices';
import { canonical, folderOf, isInside } from '../workspace/uris';
import type { Resolved, ResolvedConfig, Workspace } from '../workspace/workspace';
import type { Waived } from './applyWaivers';
import { applyWaivers, idleWaivers, mayAccept } from './applyWaivers';
import type { KnownVersions } from './approvedVersions';
import { createKnownVersions } from './approvedVersions';
import { createAroundProblems } from './aroundProblems';
import type { CheckConfig } from './config';
import { defaultConfig, readCheckConfig } from './config';
import { byPlace, createChecker } from './engine';
import { knownRules } from './knownRules';
import type { Problem } from './problem';
import { rules } from './registry';
import type { Surroundings } from './rule';
import { createTextProblems } from './textProblems';
import type { Level } from './tiers';
import type { Waiver } from './waiver';
import { isOfFile } from './waiver';

export interface ProblemsOptions {
  readonly workspace: Workspace;
  readonly fileSystem: FileSystem;
  readonly history: History;
  /** The approved versions in that history, where others ask for them, too. */
  readonly approvedVersions?: KnownVersions;
  /** The step between versions that a change asks for. */
  readonly bumpBetween: Surroundings['bumpBetween'];
  /** Reads the patient data of an image; here and now, when this is not given. */
  readonly inspectImage?: InspectImage;
  /** Loads decoders of images. */
  readonly loadWasm?: LoadWasm;
  /** The changes that a configuration may judge otherwise; they are not looked at when this is not given. */
  readonly changeIds?: readonly string[];
  /** Levels of rules that go before those of any configuration. */
  readonly levels?: ReadonlyMap<string, Level>;
  /** The date of today, as `2026-02-01`. */
  readonly today: () => string;
  /** Logs a fault of ours with its cause. */
  readonly logFault: (message: string, cause: unknown) => void;
  /** How the work gives way; it does not when this is not given. */
  readonly slices?: Slices;
  /** So many problems of a file are enough; all when this is not given. */
  readonly most?: number;
  /** Told of a file when other files or the history tell something else of it than {@link Problems.soon} gave. */
  readonly onFound?: (uri: string) => void;
}

/** The problems of the files of a workspace, under the configuration that counts for each. */
export interface Problems {
  /** All problems of a file as it stands now, sorted by place, then rule; none when it is no guideline. */
  of(uri: string): Promise<readonly Problem[]>;
  /**
   * What can be shown at once: what the texts tell, with what other files and the history told the last time. They are
   * looked at anew behind it. Nothing when the texts change before it is worked out.
   */
  soon(uri: string): Promise<readonly Problem[] | undefined>;
  /** Says that files beside the guidelines (samples, the git history) may have changed. */
  forget(): void;
}

/** What was left after waivers, and of which other results it was made. */
interface Shown {
  readonly from: readonly unknown[];
  readonly waived: Waived;
}

/** A file with what it is checked under. */
interface Subject {
  readonly resolved: Resolved;
  readonly config: ResolvedConfig | undefined;
  readonly settings: CheckConfig;
}

export function createProblems(options: ProblemsOptions): Problems {
  const { workspace, bumpBetween, today, logFault, slices = atOnce, most = Infinity, onFound } = options;
  const inspectImage = options.inspectImage ?? ((bytes) => readPatientData(bytes));
  const checker = createChecker(rules, { today, log: logFault, changeIds: options.changeIds });
  const texts = createTextProblems({ workspace, checker, slices });
  const fileSystem = keepFiles(options.fileSystem);
  const versions = options.approvedVersions ?? createKnownVersions(options.history, slices);
  const around = createAroundProblems({
    checker,
    surroundings: (resolved, { fictitious }) => ({
      fileSystem,
      approvedVersions: versions.of,
      bumpBetween,
      inspectImage,
      ...(options.loadWasm && { loadWasm: options.loadWasm }),
      ...(fictitious && { fictitious }),
      folders: workspace.folders,
      isOvertaken: () => !workspace.isCurrent(resolved),
    }),
  });
  const shown = new Map<string, Shown>();
  const looking = new Set<string>();

  async function subjectOf(uri: string): Promise<Subject | undefined> {
    const resolved = await workspace.resolve(uri);
    if (!resolved) {
      texts.forget(uri);
      shown.delete(uri);
      return undefined;
    }
    const config = resolved.kind === 'config' ? resolved : await workspace.configOf(uri);
    return { resolved, config, settings: settingsOf(config, uri) };
  }

  function settingsOf(config: ResolvedConfig | undefined, uri: string): CheckConfig {
    const read = config ? readCheckConfig(config, uri) : defaultConfig;
    return options.levels ? { ...read, levels: new Map([...read.levels, ...options.levels]) } : read;
  }

  /** The same object for as long as what it is made `from` is the same. */
  function remember(key: string, from: readonly unknown[], make: () => Waived): Waived {
    const known = shown.get(key);
    if (known && known.from.length === from.length && known.from.every((one, i) => one === from[i]))
      return known.waived;
    const waived = make();
    shown.set(key, { from, waived });
    return waived;
  }

  /** What is left of the problems of a file; nothing when its texts change meanwhile. */
  async function waivedIn({ resolved, config, settings }: Subject): Promise<Waived | undefined> {
    const { uri } = resolved.file;
    // Those that are accepted do not count: the first ones may all be.
    const told = await texts.of(resolved, settings, mayAccept(resolved, settings) ? Infinity : most);
    if (!told) return undefined;
    const others = around.last(resolved, settings);
    const waived = remember(uri, [told, others, config?.file.document, today()], () => {
      const found = others.length === 0 ? told : [...told, ...others].sort(byPlace);
      const { problems, used } = applyWaivers(found, resolved, settings, knownRules, today());
      return { problems: problems.length > most ? problems.slice(0, most) : problems, used };
    });
    if (resolved.kind !== 'config' || settings.waivers.length === 0) return waived;
    const users = await usersOf(resolved, settings.waivers);
    return remember(`${uri}#`, [waived, ...users], () => {
      const used = new Set([waived, ...users].flatMap((one) => [...one.used]));
      const idle = idleWaivers(resolved, settings, used, knownRules, today());
      return idle.length === 0 ? waived : { ...waived, problems: [...waived.problems, ...idle].sort(byPlace) };
    });
  }

  /** The same with all that other files and the history tell now. */
  async function allIn(uri: string): Promise<Waived | undefined> {
    for (;;) {
      const subject = await subjectOf(uri);
      if (!subject) return undefined;
      const isGood = await around.look(subject.resolved, subject.settings);
      const waived = isGood ? await waivedIn(subject) : undefined;
      if (waived) return waived;
    }
  }

  /** Looks at other files and the history, until what they tell is told of the file as it stands. */
  async function lookBehind(uri: string, before: readonly Problem[]): Promise<void> {
    if (looking.has(uri)) return;
    looking.add(uri);
    try {
      for (let isGood = false; !isGood;) {
        await slices.pause();
        const subject = await subjectOf(uri);
        if (!subject) return;
        isGood = await around.look(subject.resolved, subject.settings);
        if (isGood && !sayTheSame(before, around.last(subject.resolved, subject.settings))) onFound?.(uri);
      }
    } catch (error) {
      logFault('Other files and the history could not be looked at.', error);
    } finally {
      looking.delete(uri);
    }
  }

  /** What the waivers of a configuration did in the files that they speak of. */
  async function usersOf({ file }: ResolvedConfig, waivers: readonly Waiver[]): Promise<Waived[]> {
    const folder = folderOf(file.uri);
    const found: Waived[] = [];
    for (const { uri, kind } of await workspace.files()) {
      if (kind === 'config' || !isInside(folder, uri) || !waivers.some((one) => isOfFile(one, file.uri, uri))) continue;
      if ((await workspace.configOf(uri))?.file.uri !== file.uri) continue;
      const waived = await allIn(uri);
      if (waived) found.push(waived);
    }
    return found;
  }

  return {
    of: async (uri) => (await allIn(canonical(uri)))?.problems ?? [],
    async soon(uri) {
      const subject = await subjectOf(canonical(uri));
      if (!subject) return [];
      const waived = await waivedIn(subject);
      if (waived) void lookBehind(subject.resolved.file.uri, around.last(subject.resolved, subject.settings));
      return waived?.problems;
    },
    forget() {
      fileSystem.forget();
      versions.forget();
      around.forget();
      shown.clear();
    },
  };
}

function sayTheSame(some: readonly Problem[], others: readonly Problem[]): boolean {
  const text = (problems: readonly Problem[]) =>
    JSON.stringify(problems.map(({ range, rule, message }) => [range, rule, message]));
  return some === others || text(some) === text(others);
}
