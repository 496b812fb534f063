import type { RunLengthMask } from './annotation';

/** Masks of more pixels than this are refused. */
export const maximumPixels = 1 << 28;

/** A stretch of an image in whole pixels: `x` and `y` of its upper left pixel, from 0. */
export interface PixelBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The run lengths of a mask in COCO's compressed form: numbers in groups of five bits, lowest first, each group as a
 * character from `0` on; from the third on they are differences to the number two before. Nothing when it is malformed.
 */
export function decodeCounts(text: string): number[] | undefined {
  const counts: number[] = [];
  let at = 0;
  while (at < text.length) {
    let value = 0;
    let shift = 0;
    let group: number;
    do {
      group = text.charCodeAt(at++) - 48;
      // A 32-bit number has at most seven groups; what is left of the text may be anything.
      if (!(group >= 0 && group < 64) || shift > 30) return undefined;
      value |= (group & 31) << shift;
      shift += 5;
    } while (group & 32);
    if (group & 16 && shift < 32) value |= -1 << shift;
    if (counts.length > 2) value += counts[counts.length - 2] ?? 0;
    if (value < 0) return undefined;
    counts.push(value);
  }
  return counts;
}

/** What is wrong with a mask, as a sentence that goes on from “the mask”; nothing when it is good. */
export function maskMistake({ width, height, counts }: RunLengthMask): string | undefined {
  if (![width, height].every((side) => Number.isInteger(side) && side > 0)) return 'has no size';
  if (width * height > maximumPixels) return `is too large (${width} × ${height} pixels)`;
  let sum = 0;
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) return 'has a run of a length that is no whole number';
    sum += count;
  }
  if (sum > width * height) return `has more pixels (${sum}) than its size allows (${width} × ${height})`;
  return undefined;
}

/** The runs of 1s of a mask: from pixel `start` to `end` (exclusive), counted down the columns. */
export function* runsOf({ counts }: RunLengthMask): Iterable<{ start: number; end: number }> {
  let at = 0;
  for (let i = 0; i < counts.length; i++) {
    const end = at + (counts[i] ?? 0);
    if (i % 2 === 1 && end > at) yield { start: at, end };
    at = end;
  }
}

/** The mask as one byte a pixel, 0 or 1, row by row. The mask must be without mistake ({@link maskMistake}). */
export function decodeBitmap(mask: RunLengthMask): Uint8Array {
  const { width, height } = mask;
  const bitmap = new Uint8Array(width * height);
  for (const { start, end } of runsOf(mask)) {
    for (let at = start; at < end; at++) bitmap[(at % height) * width + Math.floor(at / height)] = 1;
  }
  return bitmap;
}

/** The smallest box around the pixels of a mask; nothing when there are none. */
export function boundsOfMask(mask: RunLengthMask): PixelBounds | undefined {
  const { height } = mask;
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1];
  for (const { start, end } of runsOf(mask)) {
    const [first, last] = [Math.floor(start / height), Math.floor((end - 1) / height)];
    left = Math.min(left, first);
    right = Math.max(right, last);
    top = first === last ? Math.min(top, start % height) : 0;
    bottom = first === last ? Math.max(bottom, (end - 1) % height) : height - 1;
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Where a part of an image lies in it, and the size of the image, in pixels. */
export interface PartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The masks of an image given as row-major values, each value other than 0 apart, in the order of the values. The values
 * may be a part of the image only: `place` says which.
 */
export function encodeValues(
  width: number,
  height: number,
  values: ArrayLike<number>,
  place: PartPlace = { left: 0, top: 0, width, height },
): { value: number; mask: RunLengthMask }[] {
  const open = new Map<number, { counts: number[]; end: number }>();
  let [value, start] = [0, 0];
  const close = (end: number) => {
    if (value === 0) return;
    const runs = open.get(value);
    if (!runs) open.set(value, { counts: [start, end - start], end });
    else if (runs.end === start) runs.counts[runs.counts.length - 1] = (runs.counts.at(-1) ?? 0) + end - start;
    else runs.counts.push(start - runs.end, end - start);
    if (runs) runs.end = end;
    value = 0;
  };
  for (let x = 0; x < width; x++) {
    let at = (place.left + x) * place.height + place.top;
    for (let y = 0; y < height; y++, at++) {
      const next = values[y * width + x] ?? 0;
      if (next === value) continue;
      close(at);
      [value, start] = [next, at];
    }
    close(at);
  }
  const size = place.width * place.height;
  return [...open]
    .sort(([a], [b]) => a - b)
    .map(([one, { counts, end }]) => ({
      value: one,
      mask: { width: place.width, height: place.height, counts: end < size ? [...counts, size - end] : counts },
    }));
}
