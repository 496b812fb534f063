import { describe, expect, it } from 'vitest';
import type { MaskVolume, Shape } from '../../../server/src/annotations/annotation';
import { readAnnotations } from '../../../server/src/annotations/read';
import { decodeBitmap } from '../../../server/src/annotations/rle';
import { maskOnSlice } from '../../../server/src/annotations/volume';
import { concat, gzip, nifti, numbers } from './images/files';
import { pngFile } from './maskFile';

const named = { isNamed: true };

/** Masks as rows of 0 and 1, by the numbers of their labels. */
async function masks(bytes: Uint8Array, around = named) {
  const file = await readAnnotations(bytes, around);
  return file?.images[0]?.annotations.map(({ label, shape }) => {
    if (shape.type !== 'mask') throw new Error(shape.type);
    const { width } = shape.mask;
    const rows = String(
      decodeBitmap(shape.mask)
        .join('')
        .match(new RegExp(`.{${width}}`, 'g'))
        ?.join(' '),
    );
    return [label.number, rows];
  });
}

describe('a mask in a PNG', () => {
  it('is grey: each value but 0 is a label', async () => {
    const file = pngFile({ width: 4, height: 2, pixels: [0, 3, 3, 7, 0, 0, 3, 7] });
    expect(await masks(file)).toEqual([
      [3, '0110 0010'],
      [7, '0001 0001'],
    ]);
    const read = await readAnnotations(file, named);
    expect(read).toMatchObject({
      format: 'label mask, PNG, grey, 8 bit',
      problems: [],
      lacksAttributes: true,
      images: [{ width: 4, height: 2 }],
    });
    expect(read?.images[0]?.annotations[0]?.label).toEqual({ name: '3', number: 3 });
  });

  it('is indexed: the index is the label, not the colour', async () => {
    expect(await masks(pngFile({ width: 3, height: 1, kind: 3, pixels: [0, 2, 1] }))).toEqual([
      [1, '001'],
      [2, '010'],
    ]);
  });

  it('is of 1, 2, 4 or 16 bits', async () => {
    expect(await masks(pngFile({ width: 10, height: 1, depth: 1, pixels: [0b10110000, 0b01000000] }))).toEqual([
      [1, '1011000001'],
    ]);
    expect(await masks(pngFile({ width: 3, height: 1, depth: 2, kind: 3, pixels: [0b00111000] }))).toEqual([
      [2, '001'],
      [3, '010'],
    ]);
    expect(await masks(pngFile({ width: 2, height: 1, depth: 4, pixels: [0xf1] }))).toEqual([
      [1, '01'],
      [15, '10'],
    ]);
    expect(await masks(pngFile({ width: 2, height: 1, depth: 16, pixels: [1, 0, 0xff, 0xfe] }))).toEqual([
      [256, '10'],
      [65534, '01'],
    ]);
  });

  const noise = pngFile({ width: 64, height: 64, pixels: Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251) });

  it('is told from a picture, unless it was named', async () => {
    expect(await readAnnotations(noise)).toBeUndefined();
    const { images, problems } = (await readAnnotations(noise, named)) ?? {};
    expect(images).toEqual([]);
    expect(problems).toEqual(['This PNG looks like a picture, not like a label mask.']);
    expect(await readAnnotations(pngFile({ width: 1, height: 1, kind: 2, pixels: [1, 2, 3] }))).toBeUndefined();
  });

  it.each([
    [
      'in colour',
      pngFile({ width: 1, height: 1, kind: 2, pixels: [1, 2, 3] }),
      'This PNG is in colour, so it is no label mask: a mask is indexed or grey, with the values of labels.',
    ],
    ['cut off', noise.subarray(0, 500), 'This PNG file is damaged or cut off.'],
    [
      'shorter than it says',
      pngFile({ width: 9, height: 9, pixels: [], data: noise }),
      'This PNG file is damaged or cut off.',
    ],
    [
      'too large',
      pngFile({ width: 100_000, height: 100_000, pixels: [], data: noise }),
      'This PNG file unpacks to more than 1.1 GB, which is too much for a preview.',
    ],
  ])('%s is refused by name', async (_what, bytes, problem) => {
    expect(await readAnnotations(bytes, named)).toMatchObject({ images: [], problems: [problem] });
  });
});

/** A volume of 2 × 2 × 2 voxels in steps of 1, 2 and 3 mm. */
const volume = {
  dims: [2, 2, 2],
  type: 2,
  sform: [1, 0, 0, 10, 0, 2, 0, 20, 0, 0, 3, 30],
  data: numbers([0, 1, 0, 1, 5, 0, 0, 0], 1),
};

type VolumeShape = Extract<Shape, { type: 'volume' }>;

async function volumes(bytes: Uint8Array, around = named) {
  const file = await readAnnotations(bytes, around);
  const annotations = file?.images[0]?.annotations ?? [];
  return annotations.map(({ label, shape }) => ({ number: label.number, shape: shape as VolumeShape }));
}

describe('a mask in NIfTI', () => {
  it('has a label for each value but 0, in one volume', async () => {
    const [first, second, ...more] = await volumes(nifti(volume));
    expect([first?.number, second?.number, more.length]).toEqual([1, 5, 0]);
    expect(second?.shape.volume).toBe(first?.shape.volume);
    const { values, planes, toPatient, ...size } = first?.shape.volume as MaskVolume;
    expect([...values]).toEqual([0, 1, 0, 1, 5, 0, 0, 0]);
    expect(size).toEqual({ width: 2, height: 2, depth: 2 });
    // NIfTI points to right and front, DICOM to left and back.
    expect(planes?.map(({ origin }) => origin)).toEqual([
      [-10, -20, 30],
      [-10, -20, 33],
    ]);
    expect(toPatient).toMatchObject({ columns: [-1, 0, 0], rows: [0, -2, 0], slices: [0, 0, 3] });
    expect(first && maskOnSlice(first.shape, 0)).toEqual({ width: 2, height: 2, counts: [2, 2] });
    expect(first && maskOnSlice(first.shape, 1)).toBeUndefined();
    expect(first && maskOnSlice(first.shape, 2)).toBeUndefined();
    expect(second && maskOnSlice(second.shape, 1)).toEqual({ width: 2, height: 2, counts: [0, 1, 3] });
  });

  it.each([
    ['gzip', gzip(nifti(volume))],
    ['big endian, 16 bit', nifti({ ...volume, big: true, type: 4, data: numbers([0, 1, 0, 1, 5, 0, 0, 0], 2, true) })],
    ['NIfTI-2', nifti({ ...volume, version: 2 })],
    [
      'doubles',
      nifti({ ...volume, type: 64, data: new Uint8Array(new Float64Array([0, 1, 0, 1, 5, 0, 0, 0]).buffer) }),
    ],
  ])('is read from %s', async (_what, bytes) => {
    const [first] = await volumes(bytes);
    expect([...(first?.shape.volume.values ?? [])]).toEqual([0, 1, 0, 1, 5, 0, 0, 0]);
  });

  it('is not copied where its voxels are bytes already', async () => {
    const bytes = nifti(volume);
    const [first] = await volumes(bytes);
    expect(first?.shape.volume.values.buffer).toBe(bytes.buffer);
    const [scaled] = await volumes(nifti({ ...volume, slope: 2, intercept: 0 }));
    expect([...(scaled?.shape.volume.values ?? [])]).toEqual([0, 2, 0, 2, 10, 0, 0, 0]);
  });

  it('keeps values beyond a byte', async () => {
    const wide = nifti({ ...volume, type: 768, data: numbers([0, 1, 300, 0, 70_000, 0, 0, 0], 4) });
    expect((await volumes(wide)).map(({ number }) => number)).toEqual([1, 300, 70_000]);
  });

  it('is told from an image', async () => {
    const image = nifti({
      ...volume,
      type: 16,
      data: new Uint8Array(new Float32Array([0, 1.5, 2, 3, 4, 5, 6, 7]).buffer),
    });
    expect(await readAnnotations(image)).toBeUndefined();
    expect((await readAnnotations(image, named))?.problems).toEqual([
      'This NIfTI file holds an image, not a label mask: its values are not those of labels.',
    ]);
  });

  it.each([
    [
      'a file that is cut off',
      nifti({ ...volume, data: numbers([0, 1], 1) }),
      /^This NIfTI file is cut off: its header asks for/,
    ],
    ['gzip that is cut off', gzip(nifti(volume)).subarray(0, 60), /damaged or cut off/],
    ['a header that promises more than can be', nifti({ ...volume, dims: [30_000, 30_000, 30_000] }), /cut off/],
    ['the same in gzip', gzip(nifti({ ...volume, dims: [30_000, 30_000, 30_000] })), /too much for a preview/],
    ['a header without a size', nifti({ ...volume, dims: [0, 0, 0] }), /no valid size/],
  ])('refuses %s', async (_what, bytes, problem) => {
    const file = await readAnnotations(bytes, named);
    expect(file?.images).toEqual([]);
    expect(file?.problems[0]).toMatch(problem);
  });

  it('unpacks no more of a bomb than the header asks for', async () => {
    const bomb = gzip(concat(nifti(volume), new Uint8Array(20_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await volumes(bomb)).toHaveLength(2);
  });
});
