import type { Label } from '../../model/label';
import type { LabelSpace } from '../../model/labelSpace';
import type { Candidate } from '../nearest';
import type { Circles } from './circles';
import type { Groups } from './groups';
import type { Inherited } from './inherited';
import type { Tally } from './tally';

/** A label with what is known of it. */
export interface Known {
  readonly label: Label;
  /** The file it stands in. */
  readonly uri: string;
  readonly inherited: Inherited;
}

/** What questions about labels are answered from. */
export interface FactBase {
  readonly space: LabelSpace;
  readonly known: ReadonlyMap<string, Known>;
  readonly groups: Groups;
  readonly strays: ReadonlySet<string>;
  readonly tally: Tally;
  readonly parentCircles: Circles;
  readonly partCircles: Circles;
  readonly isOwn: (id: string) => boolean;
  /** Whether a label stands before another, in the order of the files. */
  readonly isBefore: (a: string, b: string) => boolean;
  /** The ids that a misspelt one may mean, in no order. */
  readonly words: () => Iterable<Candidate>;
  /** Told what a label asked, and what it was told; not told of an answer that is the usual one. */
  readonly record: (asker: string, question: string, answer: unknown) => void;
}
