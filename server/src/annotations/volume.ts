import type { Annotation, MaskVolume, RunLengthMask, Shape } from './annotation';
import { encodeValues } from './rle';

type VolumeShape = Extract<Shape, { type: 'volume' }>;

/** The part of a volume that lies on one slice, counted from 0; nothing where it has no voxels there. */
export function maskOnSlice({ volume, value }: VolumeShape, slice: number): RunLengthMask | undefined {
  const { width, height, depth, values, whole } = volume;
  if (slice < 0 || slice >= depth) return undefined;
  const size = width * height;
  const part = values.subarray(slice * size, (slice + 1) * size);
  const inside = new Uint8Array(size);
  let count = 0;
  for (let i = 0; i < size; i++) {
    const is = whole === undefined ? part[i] === value : part[i] !== 0;
    if (is) count++;
    inside[i] = is ? 1 : 0;
  }
  return count === 0 ? undefined : encodeValues(width, height, inside)[0]?.mask;
}

/** How many voxels of each value a volume has, without 0; in the order of the values. */
export function countValues({ values }: Pick<MaskVolume, 'values'>): Map<number, number> {
  const counts = new Map<number, number>();
  let [run, value] = [0, 0];
  const close = () => value !== 0 && counts.set(value, (counts.get(value) ?? 0) + run);
  for (const next of values) {
    if (next !== value) {
      close();
      [run, value] = [0, next];
    }
    run++;
  }
  close();
  return new Map([...counts].sort(([a], [b]) => a - b));
}

/** The annotations of a volume whose values are labels that only their number names. */
export function annotationsOf(volume: MaskVolume): Annotation[] {
  return [...countValues(volume).keys()].map((value) => ({
    id: String(value),
    label: { name: String(value), number: value },
    shape: { type: 'volume', volume, value },
    attributes: new Map(),
  }));
}
