/** So many lines or entries are looked at between two pauses, where each takes little: well below a millisecond. */
export const manyAtATime = 1000;

/** Does work that is made of steps to its end, at once. */
export function runAtOnce<T>(work: Generator<undefined, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
