import { describe, expect, it } from 'vitest';
import { toPatient } from '../../../../server/src/annotations/images/geometry';
import { openImage } from '../../../../server/src/annotations/images/openImage';
import {
  bytes8,
  colour,
  deflated,
  dicom,
  type Elements,
  explicitBig,
  explicitLittle,
  fragments,
  grey,
  greyHead,
  implicitLittle,
  packedAs,
  rle,
} from './dicomFile';
import { seg, segment } from '../segFile';
import { concat, deflateRaw, numbers, open, servicesWith, sparse } from './files';

async function valuesOf(elements: Elements, syntax = explicitLittle, slice = 0): Promise<number[]> {
  return [...(await (await open(dicom(elements, syntax))).read(slice)).values];
}

describe('stored values', () => {
  const pixels = [0, 1, 32_767, 32_768, 65_535, 258];

  it('are read in every order of bytes', async () => {
    const signed = [0, 1, 32_767, -32_768, -1, 258];
    for (const syntax of [explicitLittle, implicitLittle, explicitBig, deflated]) {
      const picture = await open(dicom(grey(3, 2, numbers(pixels, 2, syntax.big)), syntax));
      expect(picture).toMatchObject({ width: 3, height: 2, depth: 1, channels: 1, unit: 'HU' });
      expect([...(await picture.read(0)).values]).toEqual(signed);
    }
  });

  it('are read without a preamble', async () => {
    for (const syntax of [explicitLittle, implicitLittle]) {
      const file = dicom({ '00080005': ['CS', 'ISO_IR 100'], ...grey(3, 2, numbers(pixels, 2)) }, syntax, false);
      expect([...(await (await open(file)).read(0)).values]).toHaveLength(6);
    }
    const whole = dicom(grey(3, 2, numbers(pixels, 2)));
    expect([...(await (await open(whole.subarray(132))).read(0)).values][4]).toBe(-1);
  });

  it('count only the stored bits, and extend the sign', async () => {
    const twelve: Elements = { '00280101': ['US', [12]], '00280102': ['US', [11]] };
    const data = numbers([0x0801, 0xf7ff, 0x0fff, 0x1000], 2);
    expect(await valuesOf(grey(2, 2, data, twelve))).toEqual([-2047, 2047, -1, 0]);
    expect(await valuesOf(grey(2, 2, data, { ...twelve, '00280103': ['US', [0]] }))).toEqual([2049, 2047, 4095, 0]);
    const upper: Elements = { ...twelve, '00280102': ['US', [15]] };
    expect(await valuesOf(grey(2, 1, numbers([0x8010, 0x7ff5], 2), upper))).toEqual([-2047, 2047]);
  });

  it('may be bytes, in big endian in words', async () => {
    const data = numbers([1, 2, 3, 4], 1);
    expect(await valuesOf(grey(2, 2, data, bytes8))).toEqual([1, 2, 3, 4]);
    expect(await valuesOf(grey(2, 2, data, { ...bytes8, '00280103': ['US', [1]] }))).toEqual([1, 2, 3, 4]);
    expect(await valuesOf(grey(2, 2, data, bytes8), explicitBig)).toEqual([2, 1, 4, 3]);
    expect(await valuesOf({ ...grey(2, 2, data, bytes8), '7fe00010': ['OB', data] }, explicitBig)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('may be 32 bits, single bits over frames that begin within a byte, and floating', async () => {
    const bits = (allocated: number): Elements => ({
      '00280100': ['US', [allocated]],
      '00280101': ['US', [allocated]],
      '00280102': ['US', [allocated - 1]],
    });
    expect(await valuesOf(grey(2, 1, numbers([70_000, 0xffffffff], 4), bits(32)))).toEqual([70_000, -1]);
    const single = grey(3, 1, numbers([0b10_110_101, 0b1], 1), {
      ...bits(1),
      '00280103': ['US', [0]],
      '00280008': ['IS', '3'],
    });
    expect(await valuesOf(single, explicitLittle, 0)).toEqual([1, 0, 1]);
    expect(await valuesOf(single, explicitLittle, 1)).toEqual([0, 1, 1]);
    expect(await valuesOf(single, explicitLittle, 2)).toEqual([0, 1, 1]);
    const floats = new Uint8Array(new Float32Array([0.5, -1.25]).buffer);
    expect(await valuesOf({ ...greyHead(2, 1), '7fe00008': ['OF', floats] })).toEqual([0.5, -1.25]);
  });
});

describe('grey values', () => {
  const data = numbers([100], 2);

  it('have a slope, an intercept, a unit', async () => {
    const rescale: Elements = { '00281052': ['DS', '-1024'], '00281053': ['DS', '2.5'] };
    const picture = await open(dicom(grey(1, 1, data, rescale)));
    expect(await picture.read(0)).toMatchObject({ slope: 2.5, intercept: -1024 });
    expect(picture.unit).toBe('HU');
    const other = await open(dicom(grey(1, 1, data, { ...rescale, '00281054': ['LO', 'OD'] })));
    expect(other.unit).toBe('OD');
    const magnetic = await open(dicom(grey(1, 1, data, { '00080060': ['CS', 'MR'], '00281054': ['LO', 'US'] })));
    expect(magnetic.unit).toBeUndefined();
  });

  it('go through a table', async () => {
    const table: Elements = {
      '00283002': ['US', [3, 100, 16]],
      '00283006': ['US', [11, 22, 33]],
    };
    const more: Elements = { '00283000': ['SQ', [table]], '00280103': ['US', [0]] };
    expect(await valuesOf(grey(2, 2, numbers([99, 100, 102, 500], 2), more))).toEqual([11, 11, 33, 33]);
  });

  it('have windows, but none of no width', async () => {
    const windows: Elements = {
      '00281050': ['DS', '40\\-600\\0'],
      '00281051': ['DS', '400\\1500\\0'],
      '00281055': ['LO', 'Soft tissue\\Lung\\None'],
    };
    expect((await open(dicom(grey(1, 1, data, windows)))).windows).toEqual([
      { name: 'Soft tissue', center: 40, width: 400 },
      { name: 'Lung', center: -600, width: 1500 },
    ]);
    expect((await open(dicom(grey(1, 1, data)))).windows).toEqual([]);
  });

  it('may be inverted', async () => {
    expect((await open(dicom(grey(1, 1, data, { '00280004': ['CS', 'MONOCHROME1'] })))).inverted).toBe(true);
    expect((await open(dicom(grey(1, 1, data)))).inverted).toBe(false);
  });
});

describe('colours', () => {
  it('are read side by side and in planes', async () => {
    const data = numbers([1, 2, 3, 4, 5, 6], 1);
    expect(await valuesOf(grey(2, 1, data, colour('RGB')))).toEqual([1, 2, 3, 4, 5, 6]);
    const planes: Elements = { ...colour('RGB'), '00280006': ['US', [1]] };
    expect(await valuesOf(grey(2, 1, data, planes))).toEqual([1, 3, 5, 2, 4, 6]);
  });

  it('are made of brightness and differences', async () => {
    const red = [76, 85, 255];
    const rgb = await valuesOf(grey(2, 1, numbers([...red, 128, 128, 128], 1), colour('YBR_FULL')));
    expect(rgb).toEqual([254, 0, 0, 128, 128, 128]);
    const shared = await valuesOf(grey(2, 1, numbers([76, 76, 85, 255], 1), colour('YBR_FULL_422')));
    expect(shared).toEqual([254, 0, 0, 254, 0, 0]);
  });

  it('come from a palette of 16 bits, of bytes, and of bytes in words', async () => {
    const palette = (vr: string, table: (color: number) => Uint8Array): Elements => ({
      ...bytes8,
      '00280004': ['CS', 'PALETTE COLOR'],
      ...Object.fromEntries([1, 2, 3].map((n) => [`0028110${n}`, ['US', [2, 5, 16]]])),
      ...Object.fromEntries([1, 2, 3].map((n) => [`0028120${n}`, [vr, table(n)]])),
    });
    const pixels = numbers([5, 6, 9, 0], 1);
    const expected = [0, 0, 0, 1, 2, 3, 1, 2, 3, 0, 0, 0];
    expect(
      await valuesOf(
        grey(
          2,
          2,
          pixels,
          palette('OW', (n) => numbers([0, n * 256 + 7], 2)),
        ),
      ),
    ).toEqual(expected);
    expect(
      await valuesOf(
        grey(
          2,
          2,
          pixels,
          palette('OW', (n) => numbers([0, n], 2)),
        ),
      ),
    ).toEqual(expected);
    expect(
      await valuesOf(
        grey(
          2,
          2,
          pixels,
          palette('OW', (n) => numbers([0, n], 1)),
        ),
      ),
    ).toEqual(expected);
  });
});

describe('RLE', () => {
  const segment = (offsets: readonly number[], ...parts: Uint8Array[]) => {
    const header = new Uint8Array(64);
    header.set(numbers([offsets.length, ...offsets], 4));
    return concat(header, ...parts);
  };

  it('unpacks runs and literals, the high bytes first', async () => {
    const packed = segment([64, 66], new Uint8Array([253, 1]), new Uint8Array([3, 10, 20, 30, 40, 0]));
    expect(await valuesOf(grey(2, 2, fragments([packed])), rle)).toEqual([266, 276, 286, 296]);
  });

  it('unpacks colours', async () => {
    const packed = segment([64, 66, 68], new Uint8Array([255, 1, 255, 2, 255, 3]));
    expect(await valuesOf(grey(2, 1, fragments([packed]), colour('RGB')), rle)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('refuses what does not fill the image, or lies', async () => {
    const sentence = 'This DICOM file is damaged or cut off.';
    for (const packed of [
      segment([64, 66], new Uint8Array([253, 1]), new Uint8Array([1, 10, 20])),
      segment([64, 9_999], new Uint8Array([253, 1])),
      segment([64], new Uint8Array([253, 1])),
      new Uint8Array(10),
    ]) {
      const picture = await open(dicom(grey(2, 2, fragments([packed])), rle));
      await expect(picture.read(0)).rejects.toThrow(sentence);
    }
  });
});

describe('deflated frames', () => {
  const syntax = packedAs('1.2.840.10008.1.2.8.1');
  const bits: Elements = { '00280100': ['US', [1]], '00280101': ['US', [1]], '00280102': ['US', [0]] };

  it('are unpacked each on its own, single bits too', async () => {
    const pixels = [-5, 0, 7, 300];
    const words = grey(2, 2, fragments([deflateRaw(numbers(pixels, 2))]));
    expect(await valuesOf(words, syntax)).toEqual(pixels);
    const frames = fragments([0b0110, 0b1001].map((byte) => deflateRaw(new Uint8Array([byte]))));
    const two = grey(2, 2, frames, { ...bits, '00280103': ['US', [0]], '00280008': ['IS', '2'] });
    expect(await valuesOf(two, syntax, 1)).toEqual([1, 0, 0, 1]);
  });

  it('are refused when they end before the image does', async () => {
    const short = await open(dicom(grey(2, 2, fragments([deflateRaw(numbers([1, 2], 2))])), syntax));
    await expect(short.read(0)).rejects.toThrow('This DICOM file is damaged or cut off.');
  });
});

describe('frames in fragments', () => {
  const frame = (value: number) =>
    concat(numbers([2, 64, 66], 4), new Uint8Array(52), new Uint8Array([0, 0, 0, value]));
  const three: Elements = { '00280008': ['IS', '3'] };
  const read = (pixels: Uint8Array, more: Elements, slice: number) => valuesOf(grey(1, 1, pixels, more), rle, slice);

  it('are one fragment each', async () => {
    const pixels = fragments([frame(1), frame(2), frame(3)]);
    expect(await Promise.all([0, 1, 2].map((i) => read(pixels, three, i)))).toEqual([[1], [2], [3]]);
  });

  it('are found by the table of offsets', async () => {
    const [a, b] = [frame(1).subarray(0, 30), frame(1).subarray(30)];
    const pixels = fragments([a, b, frame(2), frame(3)], [0, a.length + b.length + 16, a.length + b.length + 16 + 76]);
    expect(await Promise.all([0, 1, 2].map((i) => read(pixels, three, i)))).toEqual([[1], [2], [3]]);
  });

  it('are refused when there are not so many', async () => {
    const many = grey(1, 1, fragments([frame(1), frame(2)]), { '00280008': ['IS', '1000000'] });
    await expect(open(dicom(many, rle))).rejects.toThrow(
      'This DICOM file is damaged or cut off: it states 1000000 frames, and 2 pieces that do not make so many.',
    );
  });
});

describe('films and volumes', () => {
  const two = (position: (frame: number) => number): Elements => ({
    '00280008': ['IS', '2'],
    '52009229': [
      'SQ',
      [
        {
          '00209116': ['SQ', [{ '00200037': ['DS', '1\\0\\0\\0\\1\\0'] }]],
          '00289110': ['SQ', [{ '00280030': ['DS', '2\\0.5'] }]],
          '00289145': ['SQ', [{ '00281052': ['DS', '-5'], '00281053': ['DS', '3'] }]],
        },
      ],
    ],
    '52009230': [
      'SQ',
      [0, 1].map((frame): Elements => ({
        '00209113': ['SQ', [{ '00200032': ['DS', `1\\2\\${position(frame)}`] }]],
        '00289132': ['SQ', [{ '00281050': ['DS', `${frame}`], '00281051': ['DS', '10'] }]],
      })),
    ],
  });

  it('are sorted by position', async () => {
    const picture = await open(
      dicom(
        grey(
          1,
          1,
          numbers([10, 20], 2),
          two((frame) => 4 - frame * 4),
        ),
      ),
    );
    expect(picture).toMatchObject({
      depth: 2,
      times: 1,
      spacing: { x: 0.5, y: 2, z: 4 },
      windows: [{ center: 0, width: 10 }],
    });
    expect(toPatient(picture.toPatient!, 1, 1, 1)).toEqual([1.5, 4, 4]);
    expect([...(await picture.read(0)).values]).toEqual([20]);
    expect(await picture.read(1)).toMatchObject({ values: new Int16Array([10]), slope: 3, intercept: -5 });
  });

  it('follow one another in time at one place', async () => {
    const picture = await open(
      dicom(
        grey(
          1,
          1,
          numbers([10, 20], 2),
          two(() => 7),
        ),
      ),
    );
    expect(picture).toMatchObject({ depth: 1, times: 2 });
    expect([...(await picture.read(0, 1)).values]).toEqual([20]);
  });

  it('of a segmentation are there once for each segment, empty where there is nothing of it', async () => {
    const frames = [
      { segment: 2, z: 4 },
      { segment: 1, z: 0 },
      { segment: 2, z: 0 },
    ];
    const file = seg('BINARY', [segment(1, 'Liver'), segment(2, 'Spleen')], frames, [0b1111_0001, 0b0110]);
    const picture = await open(dicom(file));
    expect(picture).toMatchObject({ depth: 2, times: 2, segments: ['Liver', 'Spleen'] });
    const values = async (slice: number, time: number) => [...(await picture.read(slice, time)).values];
    expect(await values(0, 0)).toEqual([1, 1, 1, 1]);
    expect(await values(1, 0)).toEqual([0, 0, 0, 0]);
    expect(await values(0, 1)).toEqual([0, 1, 1, 0]);
    expect(await values(1, 1)).toEqual([1, 0, 0, 0]);
  });

  it('are a film without positions', async () => {
    const picture = await open(dicom(grey(1, 1, numbers([10, 20], 2), { '00280008': ['IS', '2'] })));
    expect(picture).toMatchObject({ depth: 2, times: 1 });
    expect(picture.toPatient).toBeUndefined();
    expect([...(await picture.read(1)).values]).toEqual([20]);
  });

  it('have the steps of an ultrasound in centimetres', async () => {
    const region: Elements = {
      '00186024': ['US', [3]],
      '00186026': ['US', [3]],
      '0018602c': ['FD', [0.02]],
      '0018602e': ['FD', [0.03]],
    };
    const picture = await open(dicom(grey(1, 1, numbers([1], 2), { '00186011': ['SQ', [region]] })));
    expect(picture.spacing!.x).toBeCloseTo(0.2, 9);
    expect(picture.spacing!.y).toBeCloseTo(0.3, 9);
  });

  it('are put together from tiles', async () => {
    const tiles: Elements = {
      ...bytes8,
      '00280008': ['IS', '4'],
      '00480006': ['UL', [3]],
      '00480007': ['UL', [4]],
    };
    const data = numbers([1, 2, 5, 6, 3, 0, 7, 0, 9, 10, 13, 14, 11, 0, 15, 0], 1);
    const picture = await open(dicom(grey(2, 2, data, tiles)));
    expect(picture).toMatchObject({ width: 3, height: 4, depth: 1 });
    expect([...(await picture.read(0)).values]).toEqual([1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15]);
  });
});

it('reads no more of 2 GB than the frame that is asked for', async () => {
  const head = greyHead(1024, 1024, { '00280008': ['IS', '1000'] });
  const element = concat(
    numbers([0x7fe0, 0x10], 2),
    new TextEncoder().encode('OW'),
    numbers([0], 2),
    numbers([1000 * 2 ** 21], 4),
  );
  const start = concat(dicom(head), element);
  const source = sparse(start, start.length + 1000 * 2 ** 21);
  const picture = await openImage(source, servicesWith(2 ** 21));
  await picture.read(500);
  expect(source.reads.at(-1)).toEqual([start.length + 500 * 2 ** 21, start.length + 501 * 2 ** 21]);
  expect(source.reads.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThan(2 ** 21 + 2 ** 18);
});
