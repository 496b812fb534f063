import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dicom } from '../unit/annotations/images/dicomFile';
import { gzip, nifti, numbers } from '../unit/annotations/images/files';
import { brushBytes } from '../unit/annotations/brushFile';
import { pngFile } from '../unit/annotations/maskFile';
import { seg, segment } from '../unit/annotations/segFile';
import { compareConversions, rowOf } from './table';

/** A box from (1, 1) to (7, 5), an area from (2, 2) to (12, 8), two key points: the same in every format. */
const [width, height] = [20, 10];
const area = [[2, 2], [12, 2], [12, 8], [2, 8]] as const; // prettier-ignore
const inArea = Array.from({ length: width * height }, (_, i) => {
  const [x, y] = [i % width, Math.floor(i / width)];
  return x >= 2 && x < 12 && y >= 2 && y < 8 ? 1 : 0;
});
const percent = ([x, y]: readonly [number, number]) => [(x / width) * 100, (y / height) * 100];

const coco = {
  images: [{ id: 1, file_name: 'a.png', width, height }],
  categories: [
    { id: 1, name: 'nodule' },
    { id: 2, name: 'area' },
    { id: 3, name: 'hip', keypoints: ['head', 'neck'] },
  ],
  annotations: [
    { id: 1, image_id: 1, category_id: 1, bbox: [1, 1, 6, 4] },
    { id: 2, image_id: 1, category_id: 2, segmentation: [area.flat()] },
    { id: 3, image_id: 1, category_id: 3, keypoints: [4, 5, 2, 14, 5, 2], num_keypoints: 2 },
  ],
};

const labelStudio = (type: string, value: object) => ({
  ...{ id: type, type, from_name: 'label', to_name: 'image', value },
  ...{ original_width: width, original_height: height },
});

const files: Readonly<Record<string, string | Uint8Array | object>> = {
  'input_a.json': coco,
  'expected/cvat.xml': `<annotations><version>1.1</version><image id="0" name="a.png" width="20" height="10">
    <box label="nodule" xtl="1" ytl="1" xbr="7" ybr="5"/>
    <polygon label="area" points="${area.map((point) => point.join()).join(';')}"/>
    <skeleton label="hip"><points label="head" points="4,5"/><points label="neck" points="14,5"/></skeleton>
    </image></annotations>`,
  'expected/darwin.json': {
    version: '2.0',
    item: { name: 'a.png', slots: [{ slot_name: '0', width, height }] },
    annotations: [
      { id: '1', name: 'nodule', bounding_box: { x: 1, y: 1, w: 6, h: 4 } },
      { id: '2', name: 'area', polygon: { paths: [area.map(([x, y]) => ({ x, y }))] } },
    ],
  },
  'expected/label-studio.json': [
    {
      data: { image: 'a.png' },
      annotations: [
        {
          result: [
            labelStudio('rectanglelabels', { x: 5, y: 10, width: 30, height: 40, rectanglelabels: ['nodule'] }),
            labelStudio('polygonlabels', { points: area.map(percent), polygonlabels: ['area'] }),
            labelStudio('brushlabels', { format: 'rle', rle: brushBytes(inArea), brushlabels: ['area'] }),
          ],
        },
      ],
    },
  ],
  'expected/labelme.json': {
    ...{ version: '5.5.0', flags: {}, imagePath: 'a.png', imageData: null, imageHeight: height, imageWidth: width },
    shapes: [
      { label: 'nodule', shape_type: 'rectangle', points: [[1, 1], [7, 5]] }, // prettier-ignore
      { label: 'area', shape_type: 'polygon', points: area },
    ],
  },
  'expected/mask.nii.gz': gzip(nifti({ dims: [width, height, 1], type: 2, data: numbers(inArea, 1) })),
  'expected/mask.png': pngFile({ width, height, pixels: inArea }),
  'expected/qupath.geojson': {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [[...area, area[0]]] },
        properties: { objectType: 'annotation', classification: { name: 'area' } },
      },
    ],
  },
  'expected/seg.dcm': dicom(
    seg('BINARY', [segment(1, 'area')], [{ segment: 1, z: 0 }], bytesOfBits(inArea), {
      '00280010': ['US', [height]],
      '00280011': ['US', [width]],
    }),
  ),
  'expected/voc.xml': `<annotation><filename>a.png</filename><size><width>20</width><height>10</height></size>
    <object><name>nodule</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>7</xmax><ymax>5</ymax></bndbox></object></annotation>`,
  'expected/yolo/a.txt': `1 ${area.map(([x, y]) => `${x / width} ${y / height}`).join(' ')}\n`,
  'expected/yolo/a.png': pngFile({ width, height, kind: 2, pixels: inArea.flatMap((one) => [one, 0, 0]) }),
  'expected/yolo/data.yaml': 'names: [nodule, area, hip]\n',
  'wrong/input_a.json': coco,
  'wrong/expected.xml': `<annotation><filename>a.png</filename><size><width>20</width><height>10</height></size>
    <object><name>nodule</name><bndbox><xmin>3</xmin><ymin>1</ymin><xmax>7</xmax><ymax>5</ymax></bndbox></object>
    <object><name>mass</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>7</xmax><ymax>5</ymax></bndbox></object></annotation>`,
};

function bytesOfBits(bits: readonly number[]): number[] {
  const byte = (i: number) => bits.slice(i * 8, i * 8 + 8).reduce((sum, bit, at) => sum + bit * 2 ** at, 0);
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) => byte(i));
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labelwright-conversions-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(join(folder, name), isRaw ? content : JSON.stringify(content));
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe('the same annotations in two formats', () => {
  it('have the same geometry, and what differs is said', async () => {
    const rows: Record<string, string> = {};
    for await (const [path, how] of compareConversions(folder)) rows[path] = how;
    const points = 'equal, point by point';
    const pixels = 'equal, pixel by pixel';
    expect(rows).toEqual({
      'expected/cvat.xml': `nodule: ${points}; area: ${points}; hip: ${points}`,
      'expected/darwin.json': `nodule: ${points}; area: ${points}`,
      'expected/label-studio.json': `nodule: ${points}; area: ${points}; area: ${pixels}`,
      'expected/labelme.json': `nodule: ${points}; area: ${points}`,
      'expected/mask.nii.gz': `1: ${pixels} (axes xyz, turned 0)`,
      'expected/mask.png': `1: ${pixels}`,
      'expected/qupath.geojson': `area: ${points}`,
      'expected/seg.dcm': `area: ${pixels} (axes xyz, turned 0)`,
      'expected/voc.xml': `nodule: ${points}`,
      'expected/yolo/a.txt': `area: ${points}`,
      'expected/yolo/a.png': 'holds no annotations',
      'expected/yolo/data.yaml': 'holds no annotations',
      'wrong/expected.xml': 'nodule: WRONG: edges up to 2.00 pixels apart; mass: no counterpart',
    });
  });

  it('are listed by format and variant', async () => {
    const { file, variants } = await rowOf(folder, 'input_a.json');
    expect(file?.format).toBe('COCO');
    expect([...variants]).toEqual([
      ['box', 1],
      ['polygon', 1],
      ['key points', 1],
    ]);
  });
});
