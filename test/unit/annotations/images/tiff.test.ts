import { describe, expect, it } from 'vitest';
import { numbers, open } from './files';
import { tiff } from './tiffFile';

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
