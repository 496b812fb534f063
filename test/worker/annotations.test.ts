import { build } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dicom } from '../unit/annotations/images/dicomFile';
import { gzip, nifti, numbers } from '../unit/annotations/images/files';
import { brushBytes } from '../unit/annotations/brushFile';
import { pngFile } from '../unit/annotations/maskFile';
import { seg, segment } from '../unit/annotations/segFile';
import { openStrictPage, type StrictPage } from './strictPage';

let folder: string;
let strict: StrictPage;

/** Two pixels of a picture of 2 × 2: the lower left and the upper right one, as runs down the columns. */
const counts = [1, 2, 1];
const picture = [0, 1, 1, 0];
const mask = { type: 'mask', mask: { width: 2, height: 2, counts } };
const point = { type: 'point', at: [1, 1] };
const box = { type: 'box', x: 0, y: 0, width: 2, height: 1 };

interface Expected {
  readonly content: Uint8Array | string;
  readonly format: string;
  readonly label: string;
  /** Of a volume, the runs of its first slice. */
  readonly shape: unknown;
}

const files: Readonly<Record<string, Expected>> = {
  'coco.json': {
    content: JSON.stringify({
      images: [{ id: 1, file_name: 'a.png' }],
      categories: [{ id: 1, name: 'nodule' }],
      annotations: [{ id: 1, image_id: 1, category_id: 1, segmentation: { size: [2, 2], counts: '121' } }],
    }),
    format: 'COCO',
    label: 'nodule',
    shape: mask,
  },
  'studio.json': {
    content: JSON.stringify({
      data: { image: 'a.png' },
      annotations: [
        {
          result: [
            {
              type: 'brushlabels',
              original_width: 2,
              original_height: 2,
              value: { format: 'rle', rle: brushBytes(picture), brushlabels: ['nodule'] },
            },
          ],
        },
      ],
    }),
    format: 'Label Studio',
    label: 'nodule',
    shape: mask,
  },
  'labelme.json': {
    content: JSON.stringify({
      imagePath: 'a.png',
      shapes: [{ label: 'nodule', shape_type: 'point', points: [[1, 1]] }],
    }),
    format: 'LabelMe',
    label: 'nodule',
    shape: point,
  },
  'qupath.geojson': {
    content: JSON.stringify({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [1, 1] },
      properties: { classification: { name: 'nodule' } },
    }),
    format: 'QuPath GeoJSON',
    label: 'nodule',
    shape: point,
  },
  'cvat.xml': {
    content:
      '<annotations><version>1.1</version><image id="0" name="a.png" width="2" height="2"><points label="nodule" points="1,1"/></image></annotations>',
    format: 'CVAT, images',
    label: 'nodule',
    shape: point,
  },
  'voc.xml': {
    content:
      '<annotation><filename>a.png</filename><object><name>nodule</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>2</xmax><ymax>1</ymax></bndbox></object></annotation>',
    format: 'Pascal VOC',
    label: 'nodule',
    shape: box,
  },
  // The picture beside it has 2 × 2 pixels.
  'grey.txt': { content: '0 0.5 0.25 1 0.5', format: 'YOLO, detect', label: 'nodule', shape: box },
  'grey.png': {
    content: pngFile({ width: 2, height: 2, pixels: picture }),
    format: 'label mask, PNG, grey, 8 bit',
    label: '1',
    shape: mask,
  },
  'volume.nii.gz': {
    content: gzip(nifti({ dims: [2, 2, 1], type: 2, data: numbers(picture, 1) })),
    format: 'label mask, NIfTI, gzip',
    label: '1',
    shape: counts,
  },
  'seg.dcm': {
    content: dicom(seg('BINARY', [segment(1, 'nodule')], [{ segment: 1, z: 0 }], [0b0110])),
    format: 'DICOM SEG, binary',
    label: 'nodule',
    shape: counts,
  },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labelwright-annotations-'));
  await build({
    entryPoints: [join(import.meta.dirname, 'annotationsWorker.ts')],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    // Scripts of the decoders ask for these in Node only.
    external: ['fs', 'path'],
    logLevel: 'warning',
  });
  for (const [name, { content }] of Object.entries(files)) await writeFile(join(folder, name), content);
  await writeFile(join(folder, 'data.yaml'), 'names: [nodule]');
  strict = await openStrictPage(folder);
});

afterAll(async () => {
  await strict.stop();
  await rm(folder, { recursive: true });
});

/** What a new worker reads of a file. */
function read(name: string): Promise<unknown> {
  return strict.page.evaluate(
    (file) =>
      new Promise<unknown>((resolve, reject) => {
        const worker = new Worker('/worker.js');
        worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(file);
      }),
    name,
  );
}

it.each(Object.entries(files))('reads %s in a worker under the policy', async (name, { format, label, shape }) => {
  expect(await read(name)).toEqual({ format, problems: [], labels: [label], shapes: [shape] });
});

it('breaks no policy', async () => {
  expect(await strict.violations()).toEqual([]);
});
