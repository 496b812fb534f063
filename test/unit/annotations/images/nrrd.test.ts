import { describe, expect, it } from 'vitest';
import { toPatient } from '../../../../server/src/annotations/images/geometry';
import { concat, gzip, numbers, open } from './files';

function nrrd(lines: readonly string[], data: Uint8Array, end = '\n\n'): Uint8Array {
  return concat(new TextEncoder().encode(['NRRD0004', '# made by a test', ...lines].join('\n') + end), data);
}

const head = ['type: short', 'dimension: 3', 'sizes: 3 2 2'];
const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 65_535];
const expected = [7, 8, 9, 10, 11, -1];

describe('voxels', () => {
  it('reads both byte orders, plain and in gzip', async () => {
    for (const big of [false, true]) {
      const lines = [...head, `endian: ${big ? 'big' : 'little'}`];
      const data = numbers(values, 2, big);
      const plain = await open(nrrd([...lines, 'encoding: raw'], data));
      expect(plain).toMatchObject({ format: 'NRRD', width: 3, height: 2, depth: 2, times: 1, channels: 1 });
      expect([...(await plain.read(1)).values]).toEqual(expected);
      const packed = await open(nrrd([...lines, 'encoding: gzip'], gzip(data)));
      expect([...(await packed.read(1)).values]).toEqual(expected);
    }
  });

  it('takes the end of a line as Windows has it', async () => {
    const text = ['NRRD0004', 'type: uchar', 'dimension: 2', 'sizes: 2 1', 'encoding: raw', '', ''].join('\r\n');
    const picture = await open(concat(new TextEncoder().encode(text), numbers([10, 13], 1)));
    expect([...(await picture.read(0)).values]).toEqual([10, 13]);
  });

  it('reads colours', async () => {
    const lines = ['type: uint8', 'dimension: 3', 'sizes: 3 2 1', 'kinds: RGB-color domain domain', 'encoding: raw'];
    const picture = await open(nrrd(lines, numbers([1, 2, 3, 4, 5, 6], 1)));
    expect(picture).toMatchObject({ width: 2, height: 1, channels: 3 });
  });
});

describe('placement', () => {
  const directions = 'space directions: (-2,0,0) (0,3,0) (0,0,4)';

  it('turns the space to left, posterior, superior', async () => {
    for (const [space, point] of [
      ['left-posterior-superior', [-2 + 10, 20, 30]],
      ['RAS', [2 - 10, -20, 30]],
      ['left-anterior-superior', [-2 + 10, -20, 30]],
    ] as const) {
      const lines = [
        ...head,
        'endian: little',
        'encoding: raw',
        `space: ${space}`,
        directions,
        'space origin: (10,20,30)',
      ];
      const picture = await open(nrrd(lines, numbers(values, 2)));
      expect(toPatient(picture.toPatient!, 1, 0, 0)).toEqual(point);
      expect(picture.spacing).toEqual({ x: 2, y: 3, z: 4 });
    }
  });

  it('knows only distances without a space', async () => {
    const picture = await open(
      nrrd([...head, 'endian: little', 'encoding: raw', 'spacings: 1 2 3'], numbers(values, 2)),
    );
    expect(picture.toPatient).toBeUndefined();
    expect(picture.spacing).toEqual({ x: 1, y: 2, z: 3 });
  });
});

describe('what is refused', () => {
  const endian = 'endian: little';
  const cases: readonly [string, Uint8Array, string][] = [
    [
      'voxels in another file',
      nrrd([...head, 'data file: a.raw', 'encoding: raw'], numbers([], 1)),
      'The voxels of this NRRD file are in a file beside it; save it as one .nrrd file.',
    ],
    [
      'another encoding',
      nrrd([...head, endian, 'encoding: bzip2'], numbers([], 1)),
      'NRRD with the encoding bzip2 is not supported; raw and gzip are.',
    ],
    [
      'another type',
      nrrd(['type: block', 'dimension: 1', 'sizes: 1', 'encoding: raw'], numbers([], 1)),
      'NRRD with voxels of the type block is not supported.',
    ],
    [
      'no byte order',
      nrrd([...head, 'encoding: raw'], numbers(values, 2)),
      'This NRRD file does not say in which order the bytes of a number stand.',
    ],
    [
      'sizes that do not fit',
      nrrd(['type: uchar', 'dimension: 2', 'sizes: 4', 'encoding: raw'], numbers([], 1)),
      'This NRRD file has no valid size in its header.',
    ],
    [
      'vectors',
      nrrd([...head, endian, 'encoding: raw', 'kinds: vector domain domain'], numbers(values, 2)),
      'NRRD with an axis of vector is not supported.',
    ],
    [
      'a file that ends early',
      nrrd([...head, endian, 'encoding: raw'], numbers([1], 2)),
      'This NRRD file is cut off: its header asks for ',
    ],
    ['a header that ends early', nrrd(head, numbers([], 1), ''), 'This NRRD file is damaged or cut off.'],
    [
      'a bomb',
      nrrd(['type: uchar', 'dimension: 2', 'sizes: 60000 60000', 'encoding: gzip'], gzip(new Uint8Array(10))),
      'This NRRD file unpacks to more than 1.1 GB, which is too much for a preview.',
    ],
  ];
  for (const [name, bytes, sentence] of cases) {
    it(name, async () => {
      await expect(open(bytes)).rejects.toThrow(sentence);
    });
  }
});
