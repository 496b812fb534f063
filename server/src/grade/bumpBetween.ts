import { compareGuidelines } from '../compare/compareGuidelines';
import type { Resolved } from '../workspace/workspace';
import { gradeChanges } from './gradeChanges';
import type { Bump } from './graded';

/** The bump that what differs between two versions of a guideline asks for; `none` where nothing does. */
export function bumpBetween(before: Resolved, after: Resolved): Bump {
  return gradeChanges(compareGuidelines(before, after), before, after).bump;
}
