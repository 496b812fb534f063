import { compareSteps } from '../compare/compareGuidelines';
import type { Resolved } from '../workspace/workspace';
import { runAtOnce } from '../yaml/steps';
import { gradeChanges } from './gradeChanges';
import type { Bump } from './graded';
import type { Overrides } from './overrides';

/** The bump that what differs between two versions of a guideline asks for; `none` where nothing does. */
export function bumpBetween(before: Resolved, after: Resolved, overrides?: Overrides): Bump {
  return runAtOnce(bumpSteps(before, after, overrides));
}

/** {@link bumpBetween} in steps, most of which take far less than a millisecond. */
export function* bumpSteps(before: Resolved, after: Resolved, overrides?: Overrides): Generator<undefined, Bump> {
  return gradeChanges(yield* compareSteps(before, after), before, after, overrides).bump;
}
