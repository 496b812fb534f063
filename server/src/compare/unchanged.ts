import type { Label } from '../model/taxonomy';
import type { Version } from './version';

/**
 * Tells whether nothing of a label can differ: it and all above it are written the same in both versions, and name no
 * label or attribute that is another one now.
 */
export function unchangedLabels(
  before: Version,
  after: Version,
  isMoved: (label: string) => boolean,
  changedAttributes: ReadonlySet<string>,
): (id: string) => boolean {
  const known = new Map<string, boolean>();

  function unchanged(id: string): boolean {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, true);
    const [was, is] = [before.labels.get(id), after.labels.get(id)];
    const result =
      was !== undefined &&
      is !== undefined &&
      was.taxonomy.document.textOf(was.label.node) === is.taxonomy.document.textOf(is.label.node) &&
      !namedBy(is.label).some(isMoved) &&
      ![...is.label.attributes.keys()].some((attribute) => changedAttributes.has(attribute)) &&
      !changedAttributes.has(is.label.per?.text ?? '') &&
      is.label.parents.every(({ text }) =>
        after.space.labels.has(text) ? unchanged(text) : !before.space.labels.has(text),
      );
    known.set(id, result);
    return result;
  }
  return unchanged;
}

/** The labels that a label names. */
function namedBy(label: Label): string[] {
  return [
    ...[...label.parents, ...label.partOf].map(({ text }) => text),
    ...label.confusedWith.keys(),
    ...(label.deprecated?.replacedBy ?? []).map(({ id }) => id),
    ...[...label.attributes.values()].flatMap(({ labels }) => labels.map(({ text }) => text)),
  ];
}
