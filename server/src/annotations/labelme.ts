import type { Annotation, AnnotationFile, AttributeValue, Point, Shape } from './annotation';
import type { Json } from './json';
import { attributesOf, idOf, isRecord, pointsOf, recordsOf, sizeOf, textOf } from './json';
import type { Problems } from './problems';
import { createProblems } from './problems';

/** Reads LabelMe's JSON: `shapes` of one image. Nothing when it is no such file. Masks within it are read by `decodeMask`. */
export function readLabelMe(root: unknown): AnnotationFile | undefined {
  if (!isRecord(root) || !Array.isArray(root.shapes)) return undefined;
  if (!('imagePath' in root) && !('imageData' in root) && !('imageHeight' in root)) return undefined;
  const problems = createProblems();
  const annotations = recordsOf(root.shapes, 'shapes', problems).map(({ item, index }) =>
    annotationOf(item, index, problems),
  );
  const image = {
    fileName: textOf(root.imagePath) ?? '',
    width: sizeOf(root.imageWidth),
    height: sizeOf(root.imageHeight),
    annotations: [...annotations, ...flagged(root.flags)],
  };
  return { format: 'LabelMe', images: [image], problems: problems.all() };
}

function annotationOf(item: Json, index: number, { add }: Problems): Annotation {
  const label = textOf(item.label) ?? '';
  const shape = shapeOf(item);
  if (typeof shape === 'string') add(`Shape ${index + 1} (“${label}”): ${shape}.`);
  const attributes = new Map<string, AttributeValue>([...attributesOf(item.flags), ...attributesOf(item.attributes)]);
  return {
    id: idOf(item.group_id) === undefined ? String(index + 1) : `${index + 1} of group ${idOf(item.group_id)}`,
    label: { name: label },
    shape: typeof shape === 'string' ? { type: 'classification' } : shape,
    attributes,
    source: { path: ['shapes', index] },
  };
}

/** Flags of the image are classes of it, where they are set. */
function flagged(flags: unknown): Annotation[] {
  return [...attributesOf(flags)]
    .filter(([, value]) => value === true)
    .map(([name]) => ({
      id: `flag ${name}`,
      label: { name },
      shape: { type: 'classification' },
      attributes: new Map(),
      source: { path: ['flags', name] },
    }));
}

function shapeOf({ points: given, shape_type: type }: Json): Shape | string {
  const points = pointsOf(given);
  if (!points) return 'its points are not pairs of numbers';
  const [first, second] = points;
  const kind = textOf(type) ?? 'polygon';
  if (!first || (kind !== 'point' && kind !== 'points' && !second)) return 'it has too few points';
  switch (kind) {
    case 'polygon':
      return points.length >= 3 ? { type: 'polygon', rings: [points] } : 'its polygon has fewer than three points';
    case 'rectangle':
    case 'mask':
      return boxOf(first, second ?? first);
    case 'oriented_rectangle':
      return points.length === 4 ? { type: 'polygon', rings: [points] } : 'its rectangle does not have four corners';
    case 'circle': {
      const radius = Math.hypot(first[0] - (second?.[0] ?? 0), first[1] - (second?.[1] ?? 0));
      return { type: 'ellipse', center: first, radii: [radius, radius] };
    }
    case 'line':
    case 'linestrip':
      return { type: 'polyline', points };
    case 'point':
      return { type: 'point', at: first };
    case 'points':
      return { type: 'keypoints', points: points.map((at, i) => ({ name: `point ${i + 1}`, at, visible: true })) };
    default:
      return `a shape of type “${kind}” cannot be shown`;
  }
}

function boxOf([ax, ay]: Point, [bx, by]: Point): Shape {
  return { type: 'box', x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) };
}
