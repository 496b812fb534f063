import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';
import { canonical, folderOf, isInside } from '../workspace/uris';
import type { Resolved, ResolvedConfig, Workspace } from '../workspace/workspace';
import type { Waived } from './applyWaivers';
import { applyWaivers, idleWaivers } from './applyWaivers';
import type { CheckConfig } from './config';
import { defaultConfig, readCheckConfig } from './config';
import { byPlace, createChecker } from './engine';
import { knownRules } from './knownRules';
import type { Problem } from './problem';
import { rules } from './registry';
import type { Surroundings } from './rule';
import type { Level } from './tiers';
import type { Waiver } from './waiver';
import { isOfFile } from './waiver';

export interface ProblemsOptions {
  readonly workspace: Workspace;
  readonly fileSystem: FileSystem;
  readonly history: History;
  /** The step between versions that a change asks for. */
  readonly bumpBetween: Surroundings['bumpBetween'];
  /** Levels of rules that go before those of any configuration. */
  readonly levels?: ReadonlyMap<string, Level>;
  /** The date of today, as `2026-02-01`. */
  readonly today: () => string;
  /** Logs a fault of ours with its cause. */
  readonly logFault: (message: string, cause: unknown) => void;
}

/** The problems of the files of a workspace, under the configuration that counts for each. */
export interface Problems {
  /** All problems of a file as it stands now, sorted by place, then rule; none when it is no guideline. */
  of(uri: string): Promise<readonly Problem[]>;
  /** Says that files beside the guidelines (samples, the git history) may have changed. */
  forget(): void;
}

/** What was found in a file before anything was waived, and under which levels. */
interface Kept {
  readonly resolved: Resolved;
  readonly levels: string;
  readonly found: Promise<readonly Problem[]>;
}

/** What was left of it, and of which other results it was made. */
interface Shown {
  readonly from: readonly unknown[];
  readonly waived: Waived;
}

export function createProblems(options: ProblemsOptions): Problems {
  const { workspace, fileSystem, history, bumpBetween, today, logFault } = options;
  const checker = createChecker(rules, { today, log: logFault });
  const kept = new Map<string, Kept>();
  const shown = new Map<string, Shown>();

  async function check(resolved: Resolved, settings: CheckConfig): Promise<Problem[]> {
    const around = { fileSystem, history, bumpBetween, folders: workspace.folders };
    const found = [
      ...checker.check(resolved, settings),
      ...(await checker.checkSurroundings(resolved, settings, around)),
    ];
    return found.sort(byPlace);
  }

  /** All that was found in a file; kept until the file, what it refers to, or a level changes. */
  function findIn(resolved: Resolved, settings: CheckConfig): Promise<readonly Problem[]> {
    const { uri } = resolved.file;
    const levels = JSON.stringify([settings.base, ...settings.levels]);
    const known = kept.get(uri);
    if (known?.resolved === resolved && known.levels === levels) return known.found;
    const found = check(resolved, settings);
    kept.set(uri, { resolved, levels, found });
    return found;
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

  async function waivedIn(uri: string): Promise<Waived | undefined> {
    const resolved = await workspace.resolve(uri);
    if (!resolved) {
      kept.delete(uri);
      shown.delete(uri);
      return undefined;
    }
    const config = resolved.kind === 'config' ? resolved : await workspace.configOf(uri);
    const settings = settingsOf(config, uri);
    const found = await findIn(resolved, settings);
    const from = [found, config?.file.document, today()];
    const waived = remember(uri, from, () => applyWaivers(found, resolved, settings, knownRules, today()));
    if (resolved.kind !== 'config' || settings.waivers.length === 0) return waived;
    const others = await usersOf(resolved, settings.waivers);
    return remember(`${uri}#`, [waived, ...others], () => {
      const used = new Set([waived, ...others].flatMap((one) => [...one.used]));
      const idle = idleWaivers(resolved, settings, used, knownRules, today());
      return idle.length === 0 ? waived : { ...waived, problems: [...waived.problems, ...idle].sort(byPlace) };
    });
  }

  /** What the waivers of a configuration did in the files that they speak of. */
  async function usersOf({ file }: ResolvedConfig, waivers: readonly Waiver[]): Promise<Waived[]> {
    const folder = folderOf(file.uri);
    const found: Waived[] = [];
    for (const { uri, kind } of await workspace.files()) {
      if (kind === 'config' || !isInside(folder, uri) || !waivers.some((one) => isOfFile(one, file.uri, uri))) continue;
      if ((await workspace.configOf(uri))?.file.uri !== file.uri) continue;
      const waived = await waivedIn(uri);
      if (waived) found.push(waived);
    }
    return found;
  }

  return {
    of: async (uri) => (await waivedIn(canonical(uri)))?.problems ?? [],
    forget() {
      kept.clear();
      shown.clear();
    },
  };
}
