import type { Version } from './version';

/** Tells whether a label and all above it are written the same in both versions, so that nothing of it can differ. */
export function hasSameText(before: Version, after: Version): (id: string) => boolean {
  const known = new Map<string, boolean>();

  function same(id: string): boolean {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, true);
    const [was, is] = [before.labels.get(id), after.labels.get(id)];
    const result =
      was !== undefined &&
      is !== undefined &&
      was.taxonomy.document.textOf(was.label.node) === is.taxonomy.document.textOf(is.label.node) &&
      is.label.parents.every(({ text }) =>
        after.space.labels.has(text) ? same(text) : !before.space.labels.has(text),
      );
    known.set(id, result);
    return result;
  }
  return same;
}
