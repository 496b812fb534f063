import { describe, expect, it } from 'vitest';
import type { MaskVolume, Shape } from '../../../server/src/annotations/annotation';
import { readAnnotations } from '../../../server/src/annotations/read';
import { deflated, dicom, type Elements, explicitBig, explicitLittle, implicitLittle, rle } from './images/dicomFile';
import { code, seg, segment } from './segFile';

type VolumeShape = Extract<Shape, { type: 'volume' }>;

async function read(bytes: Uint8Array) {
  const file = await readAnnotations(bytes, { isNamed: true });
  const annotations = file?.images[0]?.annotations ?? [];
  return { file, annotations, volumes: annotations.map(({ shape }) => (shape as VolumeShape).volume) };
}

const voxels = (volume: MaskVolume | undefined) => [...(volume?.values ?? [])].join('');

describe('a binary segmentation', () => {
  const heart = segment(1, 'Herz', '80891009');
  const lung = segment(2, 'Lungenflügel');
  // Bits go from the lowest on, and frames follow one another within a byte.
  const elements = seg(
    'BINARY',
    [heart, lung],
    [
      { segment: 1, z: 4, of: '1.2.4' },
      { segment: 1, z: -2, of: '1.2.1' },
      { segment: 2, z: 4, of: '1.2.4' },
    ],
    [0b0001_0011, 0b1000],
  );

  it.each([
    ['explicit', dicom(elements)],
    ['implicit', dicom(elements, implicitLittle)],
    ['big endian', dicom({ ...elements, '7fe00010': ['OB', Uint8Array.from([0b0001_0011, 0b1000])] }, explicitBig)],
    ['deflated', dicom(elements, deflated)],
  ])('has its frames put by position, %s', async (_syntax, bytes) => {
    const { file, annotations, volumes } = await read(bytes);
    expect(file?.problems).toEqual([]);
    expect(annotations.map(({ label, reader }) => ({ ...label, reader }))).toEqual([
      { name: 'Herz', number: 1, codes: ['SCT:80891009'], reader: 'Röntgen Wilhelm' },
      { name: 'Lungenflügel', number: 2, codes: ['SCT:39607008'], reader: 'Röntgen Wilhelm' },
    ]);
    const [first, second] = volumes;
    expect(second).toBe(first);
    // The slice of lower z comes first, although its frame is the second.
    expect(voxels(first)).toBe('1000' + '1102');
    expect(first).toMatchObject({ width: 2, height: 2, depth: 2, images: ['1.2.1', '1.2.4'] });
    expect(first?.planes?.map(({ origin }) => origin)).toEqual([
      [-10, -20, -2],
      [-10, -20, 4],
    ]);
    expect(first?.toPatient).toMatchObject({ columns: [0.5, 0, 0], rows: [0, 2, 0], slices: [0, 0, 6] });
  });

  it('has segments that overlap in volumes of their own', async () => {
    const overlapping = seg(
      'BINARY',
      [heart, lung],
      [
        { segment: 1, z: 0 },
        { segment: 2, z: 0 },
      ],
      [0b0110_0011],
    );
    const { volumes } = await read(dicom(overlapping));
    expect(volumes.map(voxels)).toEqual(['1100', '0220']);
  });

  it('has small segments over large ones, whatever their numbers', async () => {
    const frames = [1, 2, 3].map((one) => ({ segment: one, z: 0 }));
    const { annotations, volumes } = await read(
      dicom(seg('BINARY', [heart, lung, segment(3, 'Thorax')], frames, [0b0011_0001, 0b1111])),
    );
    expect(annotations.map(({ label }) => label.name)).toEqual(['Thorax', 'Lungenflügel', 'Herz']);
    expect(volumes.map(voxels)).toEqual(['3333', '2200', '1000']);
  });

  it('puts frames without a position by the images they refer to', async () => {
    const frames = [
      { segment: 1, of: '1.2.7' },
      { segment: 2, of: '1.2.9' },
      { segment: 2, of: '1.2.7' },
    ];
    const { volumes } = await read(dicom(seg('BINARY', [heart, lung], frames, [0b0001_0001, 0b1000])));
    expect(voxels(volumes[0])).toBe('1002' + '2000');
    expect(volumes[0]).toMatchObject({ depth: 2, images: ['1.2.7', '1.2.9'] });
    expect(volumes[0]?.planes).toBeUndefined();
  });

  it('joins tiles, by their places and without them', async () => {
    const size: Elements = { '00480006': ['UL', [4]], '00480007': ['UL', [2]] };
    const sparse = seg('BINARY', [heart], [{ segment: 1, at: [3, 1] }], [0b0011], size);
    expect(voxels((await read(dicom(sparse))).volumes[0])).toBe('0011' + '0000');
    const full = seg('BINARY', [heart, lung], [{}, {}, {}, {}], [0b0000_0001, 0b1000_0000], size);
    expect(voxels((await read(dicom(full))).volumes[0])).toBe('1000' + '0002');
  });

  it('tells of frames and segments that do not fit together', async () => {
    const strange = seg('BINARY', [heart, lung], [{ z: 0 }, { segment: 9, z: 0 }], [0b0001_0001]);
    const { file, annotations } = await read(dicom(strange));
    expect(annotations.map(({ label }) => label)).toEqual([{ name: '9', number: 9 }]);
    expect(file?.problems).toEqual([
      'Frame 1 does not say of which segment it is.',
      'Frames are of segment 9, which the file does not describe.',
    ]);
  });
});

it('reads fractions, each segment in a volume with what is whole', async () => {
  const maximum: Elements = { '0062000e': ['US', [200]] };
  const frames = [
    { segment: 1, z: 0 },
    { segment: 2, z: 0 },
  ];
  const elements = seg(
    'FRACTIONAL',
    [segment(1, 'a'), segment(2, 'b')],
    frames,
    [0, 50, 200, 0, 200, 1, 0, 0],
    maximum,
  );
  const { volumes } = await read(dicom(elements));
  expect(volumes.map(({ whole, values }) => [whole, [...values]])).toEqual([
    [200, [0, 50, 200, 0]],
    [200, [200, 1, 0, 0]],
  ]);
});

it('reads a label map, without its background', async () => {
  const background = { ...segment(0, 'Background'), '0062000f': ['SQ', [code('125040', 'DCM')]] } satisfies Elements;
  const frames = [{ z: 3 }, { z: 0 }];
  const elements = seg('LABELMAP', [background, segment(4, 'spleen')], frames, [4, 0, 7, 0, 0, 0, 4, 4]);
  const { annotations, volumes } = await read(dicom(elements));
  expect(annotations.map(({ label }) => label)).toEqual([
    { name: 'spleen', number: 4, codes: ['SCT:39607008'] },
    { name: '7', number: 7 },
  ]);
  expect(voxels(volumes[0])).toBe('0044' + '4070');
});

describe('what cannot be read', () => {
  const one = seg('BINARY', [segment(1, 'a')], [{ segment: 1, z: 0 }], [0b0011]);

  it('is other DICOM, unless it was named', async () => {
    const image = dicom({ ...one, '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.2'] });
    expect(await readAnnotations(image)).toBeUndefined();
    const contours = dicom({ ...one, '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.481.3'] });
    const problems = [image, contours].map(async (bytes) => (await read(bytes)).file?.problems);
    expect(await Promise.all(problems)).toEqual([
      ['This DICOM file is an image, not a segmentation.'],
      ['This DICOM file is an RT structure set, not a segmentation.'],
    ]);
  });

  it.each([
    ['a million frames', { ...one, '00280008': ['IS', '1000000'] }, /cut off: its header asks for 500 kB of pixels/],
    ['frames that are no number', { ...one, '00280008': ['IS', '-3'] }, /no valid number of frames/],
    ['rows without end', { ...one, '00280010': ['US', [65535]] }, /cut off/],
    ['a large picture of few tiles', { ...one, '00480006': ['UL', [4e9]], '00480007': ['UL', [4e9]] }, /too large/],
  ] satisfies [string, Elements, RegExp][])('is %s', async (_what, elements, problem) => {
    const { file } = await read(dicom(elements));
    expect(file?.images).toEqual([]);
    expect(file?.problems[0]).toMatch(problem);
  });

  it('is of a type that no segmentation has: read as binary', async () => {
    const { file } = await read(dicom({ ...one, '00620001': ['CS', 'constructor'] }));
    expect(file).toMatchObject({ format: 'DICOM SEG, binary', problems: [] });
  });

  it('is a bomb in a deflated file', async () => {
    const bomb = { ...one, '00091001': ['OB', new Uint8Array(30_000_000)] } satisfies Elements;
    const services = { limits: { unpacked: 1_000_000 }, loadWasm: () => Promise.reject(new Error('none')) };
    const file = await readAnnotations(dicom(bomb, deflated), { isNamed: true, services });
    expect(file?.problems).toEqual(['This DICOM file unpacks to more than 1 MB, which is too much for a preview.']);
  });

  it('is a mask in single bits that is compressed', async () => {
    const packed = { ...one, '7fe00010': ['OB', new Uint8Array([0xfe, 0xff, 0, 0xe0, 0, 0, 0, 0])] } satisfies Elements;
    expect((await read(dicom(packed, rle))).file?.problems).toHaveLength(1);
  });

  it.each([
    ['explicit', explicitLittle],
    ['implicit', implicitLittle],
  ] as const)('is cut off anywhere, %s: a sentence, never an error', async (_name, syntax) => {
    const whole = dicom(one, syntax);
    for (let length = 0; length < whole.length; length++) {
      const file = await readAnnotations(whole.subarray(0, length), { isNamed: true });
      expect(file?.problems.every((text) => /[.?]$/.test(text)) ?? true).toBe(true);
      expect(file?.format).not.toBe('unknown');
    }
  });
});
