import { describe, expect, it } from 'vitest';
import type { Around } from '../../../server/src/annotations/around';
import { readAnnotations } from '../../../server/src/annotations/read';
import { pngFile } from './maskFile';

/** Files beside the labels, by their paths relative to them. */
function beside(files: Readonly<Record<string, string | Uint8Array>>): Around {
  return {
    name: 'data/labels/train/a.txt',
    async beside(path) {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

const yaml = 'names: [nodule, mass]\nnc: 2\n';
const sized = (files: Readonly<Record<string, string | Uint8Array>> = { '../../data.yaml': yaml }) => ({
  ...beside(files),
  imageSize: { width: 100, height: 50 },
});

async function read(text: string, around: Around = sized()) {
  const file = await readAnnotations(text, around);
  return {
    ...file,
    shapes: file?.images[0]?.annotations.map(({ shape }) => shape),
    names: file?.images[0]?.annotations.map(({ label }) => label.name),
  };
}

describe('labels of YOLO', () => {
  it('are boxes', async () => {
    const text = '0 0.5 0.5 0.2 0.4\r\n1 0.1 0.1 0.2 0.2 0.93\r\n';
    const file = await read(text);
    expect(file).toMatchObject({ format: 'YOLO, detect', problems: [], images: [{ width: 100, height: 50 }] });
    expect(file.names).toEqual(['nodule', 'mass']);
    expect(file.shapes).toEqual([
      { type: 'box', x: 40, y: 15, width: 20, height: 20 },
      { type: 'box', x: 0, y: 0, width: 20, height: 10 },
    ]);
    expect(file.images?.[0]?.annotations[1]?.source).toEqual({ start: 19, end: 41 });
    expect(text.slice(19, 41)).toBe('1 0.1 0.1 0.2 0.2 0.93');
  });

  it('are polygons', async () => {
    expect((await read('1 0 0 0.5 0 0.5 1')).shapes).toEqual([
      { type: 'polygon', rings: [[[0, 0], [50, 0], [50, 50]]] }, // prettier-ignore
    ]);
  });

  it('are key points, with kpt_shape or without', async () => {
    const points = [
      { name: 'point 1', at: [50, 25], visible: true },
      { name: 'point 2', visible: false },
    ];
    const text = '0 0.5 0.5 0.2 0.4 0.5 0.5 2 0 0 0';
    expect((await read(text)).shapes).toEqual([{ type: 'keypoints', points }]);
    const two = sized({ 'data.yaml': `${yaml}kpt_shape: [1, 2]\n` });
    expect((await read('0 0.5 0.5 0.2 0.4 0.5 0.5', two)).shapes).toEqual([
      { type: 'keypoints', points: [{ name: 'point 1', at: [50, 25], visible: true }] },
    ]);
    expect((await read('0 0.5 0.5 0.2 0.4 0.5 0.5 2', two)).problems).toEqual([
      'Line 1: it does not have 1 key points of 2 numbers.',
    ]);
  });

  it.each([
    ['data.yaml with a map', { '../../data.yaml': 'names:\n  0: nodule\n  1: mass\n' }],
    ['classes.txt', { '../classes.txt': 'nodule\r\nmass\r\n' }],
    ['obj.names', { 'obj.names': 'nodule\nmass' }],
  ])('have names from %s', async (_what, files) => {
    expect((await read('1 0.5 0.5 0.2 0.4', sized(files))).names).toEqual(['mass']);
  });

  it('without names are told by their numbers, without an image in parts of it', async () => {
    const file = await read('3 0.5 0.5 0.2 0.4', beside({}));
    expect(file.images?.[0]).toMatchObject({ isRelative: true, annotations: [{ label: { name: '3' } }] });
    expect(file.images?.[0]?.width).toBeUndefined();
    expect(file.shapes).toEqual([{ type: 'box', x: 0.4, y: 0.3, width: 0.2, height: 0.4 }]);
    expect(file.problems).toEqual([
      'No data.yaml or classes.txt beside the labels names their classes, which have only numbers.',
    ]);
  });

  it('find the size of the image of the same name', async () => {
    const image = pngFile({ width: 10, height: 20, pixels: Array<number>(200).fill(0) });
    const file = await read('0 0.5 0.5 1 1', beside({ 'data.yaml': yaml, '../../images/train/a.png': image }));
    expect(file.shapes).toEqual([{ type: 'box', x: 0, y: 0, width: 10, height: 20 }]);
  });

  it('may be none', async () => {
    expect(await readAnnotations('', sized())).toMatchObject({ format: 'YOLO, detect', images: [{ annotations: [] }] });
    expect(await readAnnotations('\n', sized({}))).toBeUndefined();
  });

  it('tell what is wrong', async () => {
    const file = await read('0 nan 0.5 0.1 0.1\n0 0.5 0.5 0 0.1\nabc\n0 1e9 0.5 0.1 0.1\n7 0.5 0.5 0.1 0.1');
    expect(file.names).toEqual(['7']);
    expect(file.problems).toEqual([
      'Line 1: it has a number that is none (NaN or infinity).',
      'Line 2: its box has no width or no height.',
      'Line 3: it is not a class and four numbers or more.',
      'Line 4: its box is not given in parts of the image.',
      'The classes beside the labels have no class 7.',
    ]);
  });

  it.each([
    '0.5 1 2',
    '1 2 3 4',
    'a b c d e',
    'trainval',
    '0 0 2 3 "RED"',
    '1'.repeat(200_000),
    `0 ${'1'.repeat(90_000)}x`,
  ])('are not %.20s', async (text) => {
    expect(await readAnnotations(text, sized())).toBeUndefined();
  });

  it('do not follow aliases in data.yaml', async () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nnames: [*b, *b]\n`;
    expect((await read('0 0.5 0.5 0.1 0.1', sized({ 'data.yaml': bomb }))).names).toEqual(['0']);
  });
});
