import { placeIn } from '../model/changes';
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
  /** In the order of the text; none touches another, but for those of one fix. */
  const taken: TextEdit[] = [];
  let fixed = 0;
  for (const problem of problems) {
    const edits = preferredFix(problem)?.edits(document) ?? [];
    if (edits.length === 0) continue;
    const isTaken = edits.every((edit) => near(taken, edit).some((other) => isSame(edit, other)));
    if (!isTaken && edits.some((edit) => near(taken, edit).some((other) => touch(edit, other)))) continue;
    if (!isTaken) for (const edit of edits) taken.splice(placeOf(taken, edit), 0, edit);
    fixed++;
  }
  return { edits: taken, fixed };
}

/** Where an edit belongs among others that are in order. */
function placeOf(edits: readonly TextEdit[], { range }: TextEdit): number {
  return placeIn(edits, (other) => comparePositions(other.range.start, range.start) < 0);
}

/** The edits beside that place: if an edit touches any, then one of them. */
function near(edits: readonly TextEdit[], edit: TextEdit): TextEdit[] {
  const place = placeOf(edits, edit);
  return edits.slice(Math.max(0, place - 1), place + 1);
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
