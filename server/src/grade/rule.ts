import type { Change } from '../compare/change';
import type { Resolved } from '../workspace/workspace';
import type { Judgement } from './judgement';
import type { Names } from './names';

/** The two versions, for judgements that need more than the change. */
export interface Versions {
  readonly before: Resolved | undefined;
  readonly after: Resolved | undefined;
}

/** A judgement that depends on more than the id of the change. `among` are all that it can come to. */
export interface Depends {
  readonly among: readonly Judgement[];
  readonly decide: (change: Change, versions: Versions) => Judgement;
}

export type Verdict = Judgement | Depends;

/** How a change is judged and told. */
export interface Rule {
  readonly verdict: Verdict;
  /** What changed, as it stands in a sentence: `definition`, `number of readers`. */
  readonly noun: string;
  /** Whether the subject itself came or went, not something about it. */
  readonly entry?: boolean;
  /** Whether it only records how the document fares (version, status, approvals), and asks for no new version itself. */
  readonly record?: boolean;
  /** The sentence, where the common one does not do. */
  readonly say?: (change: Change, names: Names) => string;
}

/** Verdicts by the ending of the id; `all` for those that are not named. */
export interface Verdicts {
  readonly all?: Verdict;
  readonly added?: Verdict;
  readonly removed?: Verdict;
  readonly changed?: Verdict;
  readonly raised?: Verdict;
  readonly lowered?: Verdict;
  readonly renamed?: Verdict;
  readonly withdrawn?: Verdict;
  readonly restricted?: Verdict;
  readonly unrestricted?: Verdict;
  readonly respelt?: Verdict;
}

export type Ending = Exclude<keyof Verdicts, 'all'>;

/** A stem of ids, `definition` for `definition-added` and the others. */
export interface StemRule {
  readonly noun: string;
  readonly verdicts: Verdicts;
  readonly entry?: boolean;
  readonly record?: boolean;
}

/** A rule for all ids of a stem; one verdict for all of them, or one for each ending. */
export function about(noun: string, verdicts: Verdict | Verdicts): StemRule {
  const single = 'level' in verdicts || 'decide' in verdicts;
  return { noun, verdicts: single ? { all: verdicts } : verdicts };
}

/** The same for things that come and go themselves, such as a role. */
export function thing(noun: string, verdicts: Verdict | Verdicts): StemRule {
  return { ...about(noun, verdicts), entry: true };
}

/** The same for what only records how the document fares; it asks for no new version. */
export function record(rule: StemRule): StemRule {
  return { ...rule, record: true };
}
