import type { DataSet } from 'dicom-parser';
import { itemsOf } from '../images/dicom/segments';
import type { DicomImage } from '../images/dicom/file';
import { samePlace, stackOf } from '../images/dicom/stack';
import type { Affine, Plane } from '../images/geometry';
import { dot, normalOf } from '../images/geometry';

/** Where one frame belongs: its segment (nothing in a label map), its slice from 0, and its upper left pixel there. */
export interface SegFrame {
  readonly segment?: number;
  readonly slice: number;
  readonly left: number;
  readonly top: number;
}

/** The frames of a segmentation, put in their places. */
export interface SegLayout {
  /** Whether the frames are parts of one large picture. */
  readonly isTiled: boolean;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly frames: readonly SegFrame[];
  readonly planes?: readonly Plane[];
  readonly toPatient?: Affine;
  readonly images?: readonly (string | undefined)[];
}

/** Finds the place of each frame: of tiles in the large picture, of slices by their position, else by the image they refer to. */
export function layoutOf(dataSet: DataSet, image: DicomImage, isLabelMap: boolean): SegLayout {
  const { width, height, frames } = image.shape;
  const own = itemsOf(dataSet, 'x52009230');
  const segments = itemsOf(dataSet, 'x00620002').map((segment) => segment.uint16('x00620004'));
  const shared = itemsOf(dataSet, 'x52009229')[0];
  const segmentOf = (frame: number) =>
    [own[frame], shared].flatMap((part) => itemsOf(part, 'x0062000a')[0]?.uint16('x0062000b') ?? [])[0] ??
    (segments.length === 1 ? segments[0] : undefined);
  const count = Array.from({ length: frames }, (_, frame) => frame);

  const [totalWidth, totalHeight] = [dataSet.uint32('x00480006'), dataSet.uint32('x00480007')];
  if (totalWidth && totalHeight) {
    const across = Math.ceil(totalWidth / width);
    const tiles = across * Math.ceil(totalHeight / height);
    const placed = count.map((frame): SegFrame => {
      const place = itemsOf(own[frame], 'x0048021a')[0];
      const [column, row] = [place?.int32('x0048021e'), place?.int32('x0048021f')];
      // Without places, tiles follow row by row, and one segment follows the other.
      const left = column === undefined ? (frame % across) * width : column - 1;
      const top = row === undefined ? Math.floor((frame % tiles) / across) * height : row - 1;
      const segment = isLabelMap ? undefined : (segmentOf(frame) ?? segments[Math.floor(frame / tiles)]);
      return { segment, slice: 0, left, top };
    });
    return { isTiled: true, width: totalWidth, height: totalHeight, depth: 1, frames: placed };
  }

  const { slices, ...stacked } = slicesOf(own, image, count, (frame) => (isLabelMap ? undefined : segmentOf(frame)));
  const placed = count.map((frame) => ({
    segment: isLabelMap ? undefined : segmentOf(frame),
    slice: slices[frame] ?? 0,
    left: 0,
    top: 0,
  }));
  return { isTiled: false, width, height, frames: placed, ...stacked };
}

function referenceOf(item: DataSet | undefined): { uid: string; frame: string } | undefined {
  const source = itemsOf(itemsOf(item, 'x00089124')[0], 'x00082112')[0];
  const uid = source?.string('x00081155');
  return uid === undefined ? undefined : { uid, frame: source?.string('x00081160') ?? '' };
}

/** The slice of each frame, by position; without positions by the image referred to, or by the order in a segment. */
function slicesOf(
  own: readonly DataSet[],
  image: DicomImage,
  frames: readonly number[],
  segmentOf: (frame: number) => number | undefined,
): { slices: number[]; depth: number; planes?: Plane[]; toPatient?: Affine; images?: (string | undefined)[] } {
  const references = frames.map((frame) => referenceOf(own[frame]));
  const placed = frames.flatMap((frame) => image.metas[frame]?.plane ?? []);
  const [first] = placed;
  if (first && placed.length === frames.length) {
    const normal = normalOf(first);
    const heights = placed.map(({ origin }) => dot(origin, normal));
    const sorted = [...frames].sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
    const slices: number[] = [];
    const planes: Plane[] = [];
    const images: (string | undefined)[] = [];
    let last = -Infinity;
    for (const frame of sorted) {
      const [height, plane] = [heights[frame] ?? 0, placed[frame]];
      if (plane && height - last > samePlace) {
        planes.push(plane);
        last = height;
      }
      slices[frame] = planes.length - 1;
      images[planes.length - 1] ??= references[frame]?.uid;
    }
    const toPatient = stackOf(planes, image.metas[0]?.step)?.toPatient;
    return { slices, depth: planes.length, planes, images, ...(toPatient ? { toPatient } : {}) };
  }
  const known = new Map<string, number>();
  const counts = new Map<number | undefined, number>();
  const slices = frames.map((frame) => {
    const segment = segmentOf(frame);
    const order = counts.get(segment) ?? 0;
    counts.set(segment, order + 1);
    const reference = references[frame];
    const key = reference ? JSON.stringify([reference.uid, reference.frame]) : `slice ${order}`;
    const slice = known.get(key) ?? known.size;
    known.set(key, slice);
    return slice;
  });
  const images: (string | undefined)[] = [];
  slices.forEach((slice, frame) => (images[slice] ??= references[frame]?.uid));
  return { slices, depth: known.size, images };
}
