import type { RunLengthMask } from '../annotation';
import type { Problems } from '../problems';
import { tooMuch } from '../problems';
import { encodeValues, maximumPixels } from '../rle';

/**
 * Decodes a mask of Label Studio's brush: run lengths of the bytes of an RGBA picture, packed bit by bit, of which the
 * opacity says what was painted. Gives the mask, or what is wrong with it, as words that go on from “its mask”.
 */
export function decodeBrush(
  packed: readonly number[],
  width: number,
  height: number,
  { affords }: Problems,
): RunLengthMask | string {
  if (width * height > maximumPixels) return `is too large (${width} × ${height} pixels)`;
  const runs = paintedRuns(packed, width, height);
  if (typeof runs === 'string') return runs;
  // Runs go along the rows: what lies between the uppermost and the lowest is looked at.
  const [first, last] = [runs[0], runs[runs.length - 1]];
  if (!first || !last) return { width, height, counts: [width * height] };
  const top = Math.floor(first.start / width);
  const rows = Math.floor((last.end - 1) / width) - top + 1;
  if (!affords(rows * width)) return tooMuch;
  const inside = new Uint8Array(rows * width);
  for (const { start, end } of runs) inside.fill(1, start - top * width, end - top * width);
  const [encoded] = encodeValues(width, rows, inside, { left: 0, top, width, height });
  return encoded?.mask ?? { width, height, counts: [width * height] };
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** The painted pixels, counted row by row: from `start` to `end` (exclusive). */
function paintedRuns(packed: readonly number[], width: number, height: number): Run[] | string {
  const bits = bitReader(packed);
  const count = bits.read(32);
  if (count !== width * height * 4) {
    return `has ${count / 4} pixels, its image has ${width * height} (${width} × ${height})`;
  }
  const size = bits.read(5) + 1;
  const lengths = [bits.read(4) + 1, bits.read(4) + 1, bits.read(4) + 1, bits.read(4) + 1];
  const runs: Run[] = [];
  // The opacity is the last of the four bytes of a pixel.
  const paint = (from: number, to: number) => {
    const [start, end] = [Math.floor(from / 4), Math.floor(to / 4)];
    if (end > start) runs.push({ start, end });
  };
  for (let at = 0; at < count;) {
    if (bits.isOver()) return 'is cut off';
    const repeats = bits.read(1) === 1;
    const end = Math.min(count, at + 1 + bits.read(lengths[bits.read(2)] ?? 1));
    if (repeats) {
      if (bits.read(size) > 0) paint(at, end);
    } else {
      for (let i = at; i < end; i++) if (bits.read(size) > 0 && i % 4 === 3) paint(i, i + 1);
    }
    at = end;
  }
  return runs;
}

function bitReader(bytes: readonly number[]) {
  let at = 0;
  return {
    /** A number of so many bits, the highest first; bits behind the end are 0. */
    read(count: number): number {
      let value = 0;
      for (let i = 0; i < count; i++, at++) value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
      return value;
    },
    isOver: () => at >= bytes.length * 8,
  };
}
