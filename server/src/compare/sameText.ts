import type { Version, WrittenLabel } from './version';

/** Ids of the labels that are written the same in both versions, letter by letter. */
export function* sameTextSteps(before: Version, after: Version): Generator<undefined, Set<string>> {
  const same = new Set<string>();
  for (const [id, was] of before.labels) {
    const is = after.labels.get(id);
    if (is && isSameText(was, is)) same.add(id);
    yield;
  }
  return same;
}

function isSameText(was: WrittenLabel, is: WrittenLabel): boolean {
  if (was.node === is.node && was.document === is.document) return true;
  return was.document.textOf(was.node) === is.document.textOf(is.node);
}
