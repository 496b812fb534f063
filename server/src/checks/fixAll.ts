import type { YamlDocument } from '../yaml/document';
import type { TextEdit } from '../yaml/position';
import { comparePositions } from '../yaml/position';
import { knownRules } from './knownRules';
import type { Fix, Problem } from './problem';

/** Edits of one document that do not touch each other, and how many problems they mend. */
export interface FixedAtOnce {
  readonly edits: readonly TextEdit[];
  readonly fixed: number;
}

/**
 * The fix of a problem that may be applied without asking. A version is not raised so: it hangs on all else that is
 * about to change, and other documents hang on it.
 */
export function preferredFix({ rule, fixes }: Problem): Fix | undefined {
  return knownRules.historical.has(rule) ? undefined : fixes.find(({ preferred }) => preferred);
}

/**
 * The preferred fixes of a document's problems that can be applied together. Of fixes whose edits touch, the first one
 * is taken: what is left of the others shows when the result is checked again.
 */
export function fixAllAtOnce(document: YamlDocument, problems: readonly Problem[]): FixedAtOnce {
  const taken: TextEdit[] = [];
  let fixed = 0;
  for (const problem of problems) {
    const edits = preferredFix(problem)?.edits(document) ?? [];
    if (edits.length === 0) continue;
    const isTaken = edits.every((edit) => taken.some((other) => isSame(edit, other)));
    if (!isTaken && edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    if (!isTaken) taken.push(...edits);
    fixed++;
  }
  return { edits: taken.sort((a, b) => comparePositions(a.range.start, b.range.start)), fixed };
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return (
    a.text === b.text &&
    comparePositions(a.range.start, b.range.start) === 0 &&
    comparePositions(a.range.end, b.range.end) === 0
  );
}
