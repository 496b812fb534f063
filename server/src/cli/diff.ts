import type { GradedChange, Level } from '../grade/graded';
import type { Comparison, DiffReport } from '../report/diffReport';
import { isAsGrave } from '../report/diffReport';
import type { DiffFormat } from '../report/diffReporters';
import { diffReporters } from '../report/diffReporters';
import { readingProblems } from '../report/readingProblems';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import type { Pair, SideFile } from './diffSides';
import { readSides } from './diffSides';
import type { Environment, ExitCode } from './environment';
import { UnusableCall } from './environment';
import { noGuideline } from './guidelineFiles';
import { concerning } from './labelFilter';
import { gradedDiff, guidelineIn, nameIn } from './tree';
import { wholePairs } from './whole';

export interface DiffOptions {
  readonly format: DiffFormat;
  /** Changes of this level and graver ones make the command end with 1. */
  readonly failOn?: Level;
  /** Changes that are less grave are not shown. */
  readonly level?: Level;
  /** Only changes that concern these labels count. */
  readonly label?: readonly string[];
  /** Whether what a guideline rests on is compared, too. */
  readonly whole?: boolean;
}

/** `labelwright diff [WHAT…]`: what changed between versions of guidelines, and what it means. */
export async function runDiff(
  args: readonly string[],
  options: DiffOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { from, to, pairs, notes } = await readSides(args, environment);
  for (const note of notes) environment.printError(`labelwright: ${note}\n`);
  const all = await compareAll(options.whole ? await wholePairs(pairs) : pairs, environment);
  const concerns = concerning(options.label ?? [], all);
  const isShown = ({ level }: GradedChange) => options.level === undefined || isAsGrave(level, options.level);
  const counted = withoutRepeats(all).map((one) => ({ ...one, changes: one.changes.filter(concerns) }));
  for (const problem of new Set(counted.flatMap(({ problems }) => problems)))
    environment.printError(`labelwright: ${problem}\n`);
  const shown = counted.map((one) => ({ ...one, changes: one.changes.filter(isShown) }));
  const [only] = shown;
  const report: DiffReport = {
    from: shown.length === 1 && only ? only.from : from,
    to: shown.length === 1 && only ? only.to : to,
    comparisons: shown,
    failOn: options.failOn ?? 'breaking',
    version: environment.version,
    today: environment.today,
    displayPath: environment.displayPath,
    rootOf: (uri) =>
      pairs.map(({ before, after }) => (after ?? before)?.tree.root ?? '').find((root) => uri.startsWith(root)) ?? uri,
  };
  environment.print(diffReporters[options.format](report, environment.outputIsTerminal));
  const { failOn } = options;
  const fails =
    failOn !== undefined && counted.some(({ changes }) => changes.some(({ level }) => isAsGrave(level, failOn)));
  return fails ? 1 : 0;
}

/** Of several guidelines, those that say the same in both versions are left out, if they could be read. */
async function compareAll(pairs: readonly Pair[], environment: Environment): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const { before, after } of pairs) {
    const several = pairs.length > 1;
    const [old, now] = [await read(before, several, environment), await read(after, several, environment)];
    if (!old && !now) continue;
    if (old && now && old.kind !== now.kind) throw unlike(before, after, old, now, environment);
    const diff = await gradedDiff((after ?? before)?.tree, old, now);
    const problems = readingProblems(old, now);
    if (several && diff.changes.length + problems.length === 0) continue;
    found.push({
      from: nameOfSide(before, environment),
      to: nameOfSide(after, environment),
      before: old,
      after: now,
      diff,
      changes: diff.changes,
      problems,
    });
  }
  return found;
}

function nameOfSide(side: SideFile | undefined, environment: Environment): string {
  return side ? (side.name ?? nameIn(side.tree, side.uri, environment)) : 'nothing';
}

/** A file that is no guideline is a mistake where it was named by itself. */
async function read(
  side: SideFile | undefined,
  mayBeOther: boolean,
  environment: Environment,
): Promise<ResolvedTaxonomy | ResolvedProtocol | undefined> {
  if (!side) return undefined;
  const guideline = await guidelineIn(side.tree, side.uri);
  if (guideline || mayBeOther) return guideline;
  const name = nameOfSide(side, environment);
  throw new UnusableCall(`“${name}” is no guideline: ${noGuideline}`);
}

function unlike(
  before: SideFile | undefined,
  after: SideFile | undefined,
  old: ResolvedTaxonomy | ResolvedProtocol,
  now: ResolvedTaxonomy | ResolvedProtocol,
  environment: Environment,
): UnusableCall {
  const words = (side: SideFile | undefined, kind: string) => `“${nameOfSide(side, environment)}” is a ${kind}`;
  return new UnusableCall(`${words(before, old.kind)} and ${words(after, now.kind)}. Compare two of one kind.`);
}

/** What a guideline takes from another that is compared, too, is told there only. */
function withoutRepeats(comparisons: readonly Comparison[]): Comparison[] {
  const told = new Map<string, Set<string>>();
  for (const { after, before, diff } of comparisons) {
    const uri = (after ?? before)?.file.uri ?? '';
    told.set(uri, new Set(diff.changes.map(({ fingerprint }) => fingerprint)));
  }
  const isRepeat = ({ to, from, fingerprint }: GradedChange, own: ReadonlySet<string | undefined>) => {
    const uri = (to ?? from)?.uri ?? '';
    return !own.has(uri) && (told.get(uri)?.has(fingerprint) ?? false);
  };
  return comparisons.flatMap((one) => {
    const own = new Set([one.before?.file.uri, one.after?.file.uri]);
    const changes = one.changes.filter((change) => !isRepeat(change, own));
    return changes.length === 0 && one.changes.length > 0 ? [] : [{ ...one, changes }];
  });
}
