import { concat, numbers } from './files';

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly bits?: readonly number[];
  readonly photometric?: number;
  readonly kind?: number;
  readonly data: Uint8Array;
}

/** A TIFF of uncompressed pages, each in one strip. */
export function tiff(pages: readonly Page[], big = false): Uint8Array {
  const order = new TextEncoder().encode(big ? 'MM' : 'II');
  const parts = [order, numbers([42], 2, big), numbers([8], 4, big)];
  let at = 8;
  pages.forEach((page, i) => {
    const { width, height, bits = [8], photometric = 1, kind = 0, data } = page;
    const tags: [tag: number, value: number][] = [
      [254, kind],
      [256, width],
      [257, height],
      [258, bits[0]!],
      [259, 1],
      [262, photometric],
      [273, 0],
      [277, bits.length],
      [278, height],
      [279, data.length],
    ];
    const size = 2 + tags.length * 12 + 4;
    const bitsAt = at + size;
    const dataAt = bitsAt + bits.length * 2;
    const entries = tags.map(([tag, value]) => {
      if (tag === 258 && bits.length > 2)
        return concat(numbers([tag, 3], 2, big), numbers([bits.length, bitsAt], 4, big));
      return concat(numbers([tag, 4], 2, big), numbers([1, tag === 273 ? dataAt : value], 4, big));
    });
    const next = i + 1 < pages.length ? dataAt + data.length : 0;
    parts.push(numbers([tags.length], 2, big), ...entries, numbers([next], 4, big), numbers(bits, 2, big), data);
    at = dataAt + data.length;
  });
  return concat(...parts);
}
