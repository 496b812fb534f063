import { describe, expect, it } from 'vitest';
import { axesOf, toPatient } from '../../../../server/src/annotations/images/geometry';
import { openImage } from '../../../../server/src/annotations/images/openImage';
import { concat, gzip, nifti, numbers, open, servicesWith, sparse } from './files';

const types: readonly [
  name: string,
  code: number,
  write: (view: DataView, i: number, v: number, little: boolean) => void,
  bytes: number,
][] = [
  ['uint8', 2, (view, i, v) => view.setUint8(i, v), 1],
  ['int16', 4, (view, i, v, little) => view.setInt16(i * 2, v, little), 2],
  ['int32', 8, (view, i, v, little) => view.setInt32(i * 4, v, little), 4],
  ['float32', 16, (view, i, v, little) => view.setFloat32(i * 4, v, little), 4],
  ['float64', 64, (view, i, v, little) => view.setFloat64(i * 8, v, little), 8],
  ['int8', 256, (view, i, v) => view.setInt8(i, v), 1],
  ['uint16', 512, (view, i, v, little) => view.setUint16(i * 2, v, little), 2],
  ['uint32', 768, (view, i, v, little) => view.setUint32(i * 4, v, little), 4],
  ['int64', 1024, (view, i, v, little) => view.setBigInt64(i * 8, BigInt(v), little), 8],
  ['uint64', 1280, (view, i, v, little) => view.setBigUint64(i * 8, BigInt(v), little), 8],
];

describe('voxels', () => {
  for (const version of [1, 2] as const) {
    for (const big of [false, true]) {
      for (const [name, type, write, bytes] of types) {
        for (const packed of [false, true]) {
          const order = big ? 'big' : 'little';
          it(`reads NIfTI-${version}, ${name}, ${order} endian${packed ? ', gzip' : ''}`, async () => {
            const values = Array.from({ length: 12 }, (_, i) => i * 9 + (name.startsWith('u') ? 0 : -20));
            const data = new Uint8Array(12 * bytes);
            values.forEach((value, i) => write(new DataView(data.buffer), i, value, !big));
            const file = nifti({ version, big, dims: [3, 2, 2], type, data });
            const picture = await open(packed ? gzip(file) : file);
            expect(picture).toMatchObject({ width: 3, height: 2, depth: 2, times: 1, channels: 1 });
            expect([...(await picture.read(0)).values]).toEqual(values.slice(0, 6));
            expect([...(await picture.read(1)).values]).toEqual(values.slice(6));
          });
        }
      }
    }
  }

  it('reads colours', async () => {
    const picture = await open(nifti({ dims: [2, 1, 1], type: 128, data: numbers([1, 2, 3, 4, 5, 6], 1) }));
    expect(picture.channels).toBe(3);
    expect([...(await picture.read(0)).values]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('shows the size of complex numbers, and says so', async () => {
    const data = new Uint8Array(new Float32Array([3, 4, 0, -2]).buffer);
    const picture = await open(nifti({ dims: [2, 1, 1], type: 32, data, sform: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] }));
    expect([...(await picture.read(0)).values]).toEqual([5, 2]);
    expect(picture.notes).toEqual(['The voxels are complex numbers; what is shown is their size.']);
  });

  it('finds slices of a later time', async () => {
    const picture = await open(nifti({ dims: [1, 1, 2, 3], type: 2, data: numbers([1, 2, 3, 4, 5, 6], 1) }));
    expect(picture).toMatchObject({ depth: 2, times: 3 });
    expect([...(await picture.read(1, 2)).values]).toEqual([6]);
  });

  it('scales, and takes a slope of 0 for none', async () => {
    const data = numbers([7], 1);
    expect(await (await open(nifti({ dims: [1], type: 2, slope: 2, intercept: -5, data }))).read(0)).toMatchObject({
      slope: 2,
      intercept: -5,
    });
    expect(await (await open(nifti({ dims: [1], type: 2, slope: 0, intercept: 9, data }))).read(0)).toMatchObject({
      slope: 1,
      intercept: 0,
    });
  });

  it('takes the window from the range that the file asks for', async () => {
    const picture = await open(nifti({ dims: [1], type: 2, range: [10, 50], data: numbers([7], 1) }));
    expect(picture.windows).toEqual([{ center: 30, width: 40 }]);
  });
});

describe('placement', () => {
  const data = numbers(
    Array.from({ length: 24 }, (_, i) => i),
    1,
  );
  const dims = [4, 3, 2];

  it('follows the sform, turned from right and front to left and back', async () => {
    const picture = await open(nifti({ dims, type: 2, sform: [-2, 0, 0, 5, 0, 3, 0, 6, 0, 0, 4, 7], data }));
    expect(toPatient(picture.toPatient!, 1, 1, 1)).toEqual([-3, -9, 11]);
    expect(picture.spacing).toEqual({ x: 2, y: 3, z: 4 });
    expect(axesOf(picture.toPatient!)).toEqual([
      { along: 0, forward: true },
      { along: 1, forward: false },
      { along: 2, forward: true },
    ]);
    expect(picture.notes).toEqual([]);
  });

  it('follows the qform when there is no sform, with the sign of its slices', async () => {
    // Half a turn about x; the slices go the other way once more.
    const picture = await open(nifti({ dims, type: 2, pixdim: [-1, 2, 3, 4], qform: [1, 0, 0, 10, 20, 30], data }));
    expect(toPatient(picture.toPatient!, 1, 0, 0)).toEqual([-12, -20, 30]);
    expect(toPatient(picture.toPatient!, 0, 1, 0)).toEqual([-10, -17, 30]);
    expect(toPatient(picture.toPatient!, 0, 0, 1)).toEqual([-10, -20, 34]);
  });

  it('prefers the sform', async () => {
    const sform = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
    const picture = await open(nifti({ dims, type: 2, pixdim: [1, 9, 9, 9], sform, qform: [0, 0, 0, 0, 0, 0], data }));
    expect(picture.spacing).toEqual({ x: 1, y: 1, z: 1 });
  });

  it('says that left and right are a guess when the file says nothing', async () => {
    const picture = await open(nifti({ dims, type: 2, pixdim: [1, 2, 3, 4], data }));
    expect(picture.spacing).toEqual({ x: 2, y: 3, z: 4 });
    expect(picture.notes).toEqual(['This file does not say how it lies in the patient: left and right are a guess.']);
  });

  it('passes over an sform that spans no space', async () => {
    const picture = await open(nifti({ dims, type: 2, sform: Array.from({ length: 12 }, () => 0), data }));
    expect(picture.notes).toHaveLength(1);
  });

  it('counts in metres and micrometres where the file does', async () => {
    const metres = await open(nifti({ dims, type: 2, units: 1, pixdim: [1, 0.002, 0.003, 0.004], data }));
    expect(metres.spacing!.x).toBeCloseTo(2, 5);
    const micro = await open(nifti({ dims, type: 2, version: 2, units: 3, pixdim: [1, 2000, 3000, 4000], data }));
    expect(micro.spacing).toEqual({ x: 2, y: 3, z: 4 });
  });
});

describe('what is refused', () => {
  const refused: readonly [string, Uint8Array, string][] = [
    [
      'a file that ends early',
      nifti({ dims: [10, 10, 10], type: 4, data: numbers([1], 2) }),
      'This NIfTI file is cut off: its header asks for 2.4 kB, the file has 354 bytes.',
    ],
    [
      'a header that ends early',
      nifti({ dims: [1], type: 2 }).subarray(0, 350),
      'This NIfTI file is cut off: its header asks for 353 bytes, the file has 350 bytes.',
    ],
    [
      'voxels in another file',
      nifti({ dims: [1], type: 2, magic: 'ni1\0' }),
      'The voxels of this NIfTI file are in an .img file beside it; save it as one .nii file.',
    ],
    ['128 bits', nifti({ dims: [1], type: 1536 }), 'NIfTI with 128-bit voxels is not supported.'],
    ['single bits', nifti({ dims: [1], type: 1 }), 'NIfTI with 1-bit voxels is not supported.'],
    ['an unknown type', nifti({ dims: [1], type: 77 }), 'This NIfTI file has voxels of an unknown type, 77.'],
    ['a negative size', nifti({ dims: [4, -3], type: 2 }), 'This NIfTI file has no valid size in its header.'],
    [
      'gzip that ends early',
      gzip(
        nifti({ dims: [100, 100], type: 2, data: new Uint8Array(10_000).map((_, i) => (i * i * 7919) >> 5) }),
      ).subarray(0, 900),
      'This NIfTI file is damaged or cut off.',
    ],
    [
      'gzip with less than the header states',
      gzip(nifti({ dims: [100, 100], type: 2, data: new Uint8Array(9_000) })),
      'This NIfTI file is damaged or cut off.',
    ],
    [
      'gzip that states 2 GB',
      gzip(nifti({ dims: [1024, 1024, 1024], type: 4 })),
      'This NIfTI file unpacks to more than 1.1 GB, which is too much for a preview.',
    ],
    [
      'gzip that states more than it can hold',
      gzip(nifti({ dims: [1024, 1024, 512], type: 2 })),
      'This NIfTI file is damaged or cut off.',
    ],
  ];
  for (const [name, bytes, sentence] of refused) {
    it(name, async () => {
      await expect(open(bytes)).rejects.toThrow(sentence);
    });
  }

  it('a size that overflows', async () => {
    const file = nifti({ version: 2, dims: [1, 1, 1], type: 2, data: numbers([1], 1) });
    new DataView(file.buffer).setBigInt64(24, 2n ** 62n, true);
    await expect(open(file)).rejects.toThrow('This NIfTI file has no valid size in its header.');
  });
});

it('reads no more of 2 GB than the slice that is asked for', async () => {
  const start = nifti({ dims: [1024, 1024, 1000], type: 4 });
  const source = sparse(start, 352 + 1024 * 1024 * 1000 * 2);
  const picture = await openImage(source, servicesWith(0));
  await picture.read(500);
  expect(source.reads.at(-1)).toEqual([352 + 500 * 2 ** 21, 352 + 501 * 2 ** 21]);
  expect(source.reads.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThan(2 ** 21 + 2_000);
});

it('unpacks no more than the header states', async () => {
  const file = gzip(concat(nifti({ dims: [2], type: 2, data: numbers([1, 2], 1) }), new Uint8Array(5_000_000)));
  const picture = await open(file, servicesWith(1_000));
  expect([...(await picture.read(0)).values]).toEqual([1, 2]);
});
