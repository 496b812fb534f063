import type { KeyPoint, Point, RunLengthMask, Shape } from '../annotation';
import type { Json } from '../json';
import { isNumbers, isRecord } from '../json';
import { decodeCounts, maskMistake } from '../rle';

/** The key points of a category: their names, and pairs of them that lines join, from 0. */
export interface KeyPointModel {
  readonly names: readonly string[];
  readonly skeleton: readonly (readonly [number, number])[];
}

export interface ReadShape {
  readonly shape: Shape;
  /** What could not be read; the shape is then what was left. */
  readonly mistake?: string;
}

/** The shape of one COCO annotation: key points, else its segmentation, else its box, else none. */
export function readShape(item: Json, model?: KeyPointModel): ReadShape {
  const box = readBox(item.bbox);
  const points = Array.isArray(item.keypoints) && item.keypoints.length > 0 ? item.keypoints : undefined;
  const otherwise: Shape = box ?? { type: 'classification' };
  if (points) {
    const keypoints = readKeypoints(points, model);
    return keypoints
      ? { shape: keypoints }
      : { shape: otherwise, mistake: 'its key points are not three numbers each' };
  }
  const { segmentation } = item;
  if (isRecord(segmentation)) {
    const mask = readMask(segmentation);
    return typeof mask === 'string'
      ? { shape: otherwise, mistake: `the mask ${mask}` }
      : { shape: { type: 'mask', mask } };
  }
  if (Array.isArray(segmentation) && segmentation.length > 0) {
    const rings = readRings(segmentation);
    return rings
      ? { shape: { type: 'polygon', rings } }
      : { shape: otherwise, mistake: 'its polygon is not made of pairs of numbers' };
  }
  if (item.bbox !== undefined && !box) {
    return isEmptyBox(item.bbox)
      ? { shape: otherwise }
      : { shape: otherwise, mistake: 'its box is not made of four numbers' };
  }
  return { shape: otherwise };
}

function readBox(value: unknown): Shape | undefined {
  if (!isNumbers(value) || value.length !== 4) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = value;
  return width > 0 && height > 0 ? { type: 'box', x, y, width, height } : undefined;
}

/** Some tools write an empty box where there is none. */
function isEmptyBox(value: unknown): boolean {
  return (
    isNumbers(value) && (value.length === 0 || (value.length === 4 && !(Number(value[2]) > 0 && Number(value[3]) > 0)))
  );
}

function readRings(segmentation: readonly unknown[]): Point[][] | undefined {
  const rings = isNumbers(segmentation) ? [segmentation] : segmentation;
  const result: Point[][] = [];
  for (const ring of rings) {
    if (!isNumbers(ring) || ring.length % 2 !== 0) return undefined;
    const points: Point[] = [];
    for (let i = 0; i < ring.length; i += 2) points.push([ring[i] ?? 0, ring[i + 1] ?? 0]);
    if (points.length >= 3) result.push(points);
  }
  return result.length > 0 ? result : undefined;
}

/** The mask, or what is wrong with it. */
function readMask(segmentation: Json): RunLengthMask | string {
  const { size } = segmentation;
  if (!isNumbers(size) || size.length !== 2) return 'has no size';
  const [height = 0, width = 0] = size;
  const given = segmentation.counts;
  const counts = typeof given === 'string' ? decodeCounts(given) : isNumbers(given) ? given : undefined;
  if (!counts) return 'cannot be read: its runs are neither numbers nor in the compressed form';
  const mask: RunLengthMask = { width, height, counts };
  return maskMistake(mask) ?? mask;
}

function readKeypoints(values: readonly unknown[], model?: KeyPointModel): Shape | undefined {
  if (!isNumbers(values) || values.length % 3 !== 0) return undefined;
  const points: KeyPoint[] = [];
  for (let i = 0; i < values.length; i += 3) {
    const [x = 0, y = 0, state = 0] = values.slice(i, i + 3);
    const name = model?.names[i / 3] ?? `point ${i / 3 + 1}`;
    points.push(state > 0 ? { name, at: [x, y], visible: state > 1 } : { name, visible: false });
  }
  const skeleton = (model?.skeleton ?? []).filter((pair) => pair.every((index) => index < points.length));
  return { type: 'keypoints', points, ...(skeleton.length > 0 ? { skeleton } : {}) };
}
