import type { RunLengthMask } from './annotation';
import { encodeValues, maximumPixels } from './rle';

/**
 * Decodes a mask of Label Studio's brush: run lengths of the bytes of an RGBA picture, packed bit by bit, of which the
 * opacity says what was painted. Gives the mask, or what is wrong with it, as words that go on from “its mask”.
 */
export function decodeBrush(packed: readonly number[], width: number, height: number): RunLengthMask | string {
  if (width * height > maximumPixels) return `is too large (${width} × ${height} pixels)`;
  const bits = bitReader(packed);
  const count = bits.read(32);
  if (count !== width * height * 4) {
    return `is of ${count / 4} pixels, which are not those of its image (${width} × ${height})`;
  }
  const size = bits.read(5) + 1;
  const lengths = [bits.read(4) + 1, bits.read(4) + 1, bits.read(4) + 1, bits.read(4) + 1];
  const inside = new Uint8Array(width * height);
  for (let at = 0; at < count;) {
    if (bits.isOver()) return 'is cut off';
    const repeats = bits.read(1) === 1;
    const end = Math.min(count, at + 1 + bits.read(lengths[bits.read(2)] ?? 1));
    if (repeats) {
      const value = bits.read(size);
      // Every fourth byte, from the third on, is an opacity.
      if (value > 0) for (let i = at + ((7 - (at % 4)) % 4); i < end; i += 4) inside[i >> 2] = 1;
    } else {
      for (let i = at; i < end; i++) if (bits.read(size) > 0 && i % 4 === 3) inside[i >> 2] = 1;
    }
    at = end;
  }
  return encodeValues(width, height, inside)[0]?.mask ?? { width, height, counts: [width * height] };
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
