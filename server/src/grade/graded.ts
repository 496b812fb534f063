import type { Change } from '../compare/change';

/** What a change does to annotations that exist, most severe first: design §3. */
export const levels = ['breaking', 'review', 'quality', 'additive', 'editorial'] as const;
export type Level = (typeof levels)[number];

/** What to do with what exists. */
export const remedies = ['none', 'migrate', 're-read', 'redraw'] as const;
export type Remedy = (typeof remedies)[number];

export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** A change with its judgement. */
export interface GradedChange extends Change {
  readonly level: Level;
  readonly remedy: Remedy;
  /** What changed, one sentence in clinical English. */
  readonly message: string;
  /** Why it has this level, one sentence. */
  readonly reason: string;
  /** 12 hexadecimal digits, of what changed and not of where it stands: an acceptance survives unrelated edits. */
  readonly fingerprint: string;
}

/** Everything that changed between two versions, graded; most severe first, then in the order of the documents. */
export interface GuidelineDiff {
  readonly changes: readonly GradedChange[];
  readonly counts: Readonly<Record<Level, number>>;
  /** The bump that the highest level asks for; version, status and approvals ask for none by themselves. */
  readonly bump: Bump;
}
