import type { Annotation, AnnotationFile, AttributeValue, Point, Shape } from '../annotation';
import type { Json } from '../json';
import { attributesOf, idOf, isRecord, pointsOf, recordsOf, sizeOf, textOf } from '../json';
import { pixelsOf } from './labelMask';
import type { Problems } from '../problems';
import { createProblems, tooMuch } from '../problems';
import { encodeValues, maximumPixels } from '../rle';

/** Reads LabelMe's JSON: `shapes` of one image. Nothing when it is no such file.  */
export async function readLabelMe(root: unknown): Promise<AnnotationFile | undefined> {
  if (!isRecord(root) || !Array.isArray(root.shapes)) return undefined;
  if (!('imagePath' in root) && !('imageData' in root) && !('imageHeight' in root)) return undefined;
  const problems = createProblems();
  const [width, height] = [sizeOf(root.imageWidth), sizeOf(root.imageHeight)];
  const annotations: Annotation[] = [];
  for (const { item, index } of recordsOf(root.shapes, 'shapes', problems)) {
    const shape = item.shape_type === 'mask' ? await maskOf(item, width, height, problems) : shapeOf(item);
    annotations.push(annotationOf(item, shape, index, problems));
  }
  const image = {
    fileName: textOf(root.imagePath) ?? '',
    width,
    height,
    annotations: [...annotations, ...flagged(root.flags)],
  };
  return { format: 'LabelMe', images: [image], ...problems.told() };
}

function annotationOf(item: Json, shape: Shape | string, index: number, { add }: Problems): Annotation {
  const label = textOf(item.label) ?? '';
  const source = { path: ['shapes', index] };
  if (typeof shape === 'string') add(`Shape ${index + 1} (“${label}”): ${shape}.`, source);
  const attributes = new Map<string, AttributeValue>([...attributesOf(item.flags), ...attributesOf(item.attributes)]);
  return {
    id: idOf(item.group_id) === undefined ? String(index + 1) : `${index + 1} of group ${idOf(item.group_id)}`,
    label: { name: label },
    shape: typeof shape === 'string' ? { type: 'classification' } : shape,
    attributes,
    source,
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

/** A mask is a PNG in base64, the size of the box that its two points make. */
async function maskOf(
  { mask: packed, points: given }: Json,
  width: number | undefined,
  height: number | undefined,
  { affords }: Problems,
): Promise<Shape | string> {
  const [first] = pointsOf(given) ?? [];
  const bytes = typeof packed === 'string' ? bytesOf(packed) : undefined;
  if (!first || !bytes) return 'its mask has no place, or no picture in base64';
  const pixels = await pixelsOf(bytes);
  if (typeof pixels === 'string') return `its mask cannot be read: ${pixels}`;
  const [left, top] = [Math.round(first[0]), Math.round(first[1])];
  const [across, down] = [width ?? left + pixels.width, height ?? top + pixels.height];
  if (across * down > maximumPixels || !Number.isInteger(across * down)) return 'its mask is too large';
  if (left < 0 || top < 0 || left + pixels.width > across || top + pixels.height > down) {
    return 'its mask lies outside its image';
  }
  if (!affords(pixels.width * pixels.height)) return `its mask ${tooMuch}`;
  const inside = pixels.values.filter((_, i) => i % pixels.channels === 0).map((value) => Math.min(value, 1));
  const place = { left, top, width: across, height: down };
  const [encoded] = encodeValues(pixels.width, pixels.height, inside, place);
  return encoded ? { type: 'mask', mask: encoded.mask } : 'its mask is empty';
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
