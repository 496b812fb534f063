import type { AnnotatedImage, Annotation } from '../annotations/annotation';
import type { Bounds } from '../annotations/bounds';
import { boundsOf } from '../annotations/bounds';
import type { LabelSpace } from '../model/labelSpace';

/** An annotation that lies away from all of what it is a part of. */
export interface StrayPart {
  readonly annotation: Annotation;
  readonly part: string;
  readonly whole: string;
}

/**
 * The parts (`partOf`) on an image that touch none of the annotations of their whole there. Only boxes around them are
 * compared, so that what is told is surely so; where the whole is not annotated, nothing is. `labelOf` gives the id of
 * an annotation's label.
 */
export function* strayParts(
  { annotations }: AnnotatedImage,
  space: LabelSpace,
  labelOf: (annotation: Annotation) => string | undefined,
): Iterable<StrayPart> {
  const labelled = annotations.map((annotation) => ({ annotation, id: labelOf(annotation) }));
  const present = new Set(labelled.map(({ id }) => id));
  for (const { annotation, id } of labelled) {
    const wholes = id === undefined ? [] : (space.labels.get(id)?.label.partOf ?? []);
    for (const { text: whole } of wholes) {
      const ids = new Set([whole, ...space.descendants(whole)].filter((one) => present.has(one) && one !== id));
      const own = ids.size === 0 ? undefined : boundsOf(annotation.shape);
      if (!own || id === undefined) continue;
      const others = labelled.filter((one) => one.id !== undefined && ids.has(one.id));
      const near = others.filter(({ annotation: { frame } }) => frame === annotation.frame);
      const bounds = near.flatMap((one) => boundsOf(one.annotation.shape) ?? []);
      if (bounds.length > 0 && !bounds.some((one) => touch(own, one))) yield { annotation, part: id, whole };
    }
  }
}

/** Whether two boxes have a place in common, a pixel more or less. */
function touch(a: Bounds, b: Bounds): boolean {
  const along = (from: number, length: number, other: number, otherLength: number) =>
    from <= other + otherLength + 1 && other <= from + length + 1;
  return along(a.x, a.width, b.x, b.width) && along(a.y, a.height, b.y, b.height);
}
