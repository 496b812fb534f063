import { describe, expect, it } from 'vitest';
import { concat, numbers, open } from './files';

interface Page {
  readonly width: number;
  readonly height: number;
  readonly bits?: readonly number[];
  readonly photometric?: number;
  readonly kind?: number;
  readonly data: Uint8Array;
}

/** A TIFF of uncompressed pages, each in one strip. */
function tiff(pages: readonly Page[], big = false): Uint8Array {
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

describe('TIFF', () => {
  it('reads grey of 8 and 16 bits in both byte orders', async () => {
    const eight = await open(tiff([{ width: 2, height: 1, data: numbers([7, 200], 1) }]));
    expect(eight).toMatchObject({ format: 'TIFF', width: 2, height: 1, depth: 1, channels: 1, inverted: false });
    expect([...(await eight.read(0)).values]).toEqual([7, 200]);
    for (const big of [false, true]) {
      const sixteen = await open(
        tiff([{ width: 2, height: 1, bits: [16], data: numbers([258, 65_535], 2, big) }], big),
      );
      expect(sixteen).toMatchObject({ format: 'TIFF, 16 bit', windows: [] });
      expect([...(await sixteen.read(0)).values]).toEqual([258, 65_535]);
    }
  });

  it('reads colours, and what is white at 0', async () => {
    const rgb = await open(
      tiff([{ width: 1, height: 2, bits: [8, 8, 8], photometric: 2, data: numbers([1, 2, 3, 4, 5, 6], 1) }]),
    );
    expect(rgb.channels).toBe(3);
    expect([...(await rgb.read(0)).values]).toEqual([1, 2, 3, 4, 5, 6]);
    const white = await open(tiff([{ width: 1, height: 1, photometric: 0, data: numbers([9], 1) }]));
    expect(white.inverted).toBe(true);
  });

  it('takes pages of one size as slices, without thumbnails', async () => {
    const page = (value: number) => ({ width: 1, height: 1, data: numbers([value], 1) });
    const small = { ...page(0), width: 1, kind: 1 };
    const picture = await open(
      tiff([page(1), small, page(2), { ...page(3), height: 2, data: numbers([3, 3], 1) }, page(4)]),
    );
    expect(picture.depth).toBe(3);
    const values = await Promise.all([0, 1, 2].map(async (slice) => (await picture.read(slice)).values[0]));
    expect(values).toEqual([1, 2, 4]);
  });

  it('refuses what is cut off or too large', async () => {
    const file = tiff([{ width: 2, height: 1, data: numbers([7, 200], 1) }]);
    await expect(open(file.subarray(0, 60))).rejects.toThrow('This TIFF file is damaged or cut off.');
    const large = tiff([{ width: 65_535, height: 65_535, data: numbers([1], 1) }]);
    await expect(open(large)).rejects.toThrow(
      'This TIFF file unpacks to more than 1.1 GB, which is too much for a preview.',
    );
    const short = await open(tiff([{ width: 100, height: 100, data: numbers([1], 1) }]));
    await expect(short.read(0)).rejects.toThrow('This TIFF file is damaged or cut off.');
  });
});
