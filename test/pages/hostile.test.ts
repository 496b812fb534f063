import { encode as encodePng } from 'fast-png';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deflated, dicom, grey } from '../unit/annotations/images/dicomFile';
import { concat, gzip, nifti, numbers } from '../unit/annotations/images/files';
import { guideline, labels, samplesAt } from './guideline';
import { openPage, type OpenedPage } from './openPage';
import { until } from '../workbench/until';

const html = '<img src=x onerror=document.title=1>';
const pixels = numbers([1, 2, 3, 4], 2);

let around: string;
let opened: OpenedPage;
let page: Page;

/** The samples by name: an image, and its annotations. */
const pairs: readonly (readonly [id: string, image: string, annotations?: string])[] = [
  ['good', 'good.dcm', 'good.json'],
  ['million', 'million.dcm'],
  ['slices', 'slices.nii'],
  ['deflated', 'deflated.dcm'],
  ['gzip', 'gzip.nii.gz'],
  ['mask', 'good.dcm', 'gzip.nii.gz'],
  ['large', 'good.dcm', 'large.json'],
  ['escape', 'good.dcm', 'escape.json'],
];

beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'labelwright-hostile-'));
  const folder = join(around, 'workspace');
  await mkdir(folder);
  const coco = (annotation: object) =>
    JSON.stringify({
      images: [{ id: 1, file_name: 'good.dcm', width: 2, height: 2 }],
      categories: [{ id: 1, name: html }],
      annotations: [{ image_id: 1, ...annotation }],
    });
  const zeros = new Uint8Array(300_000_000);
  const files: Record<string, Uint8Array | string> = {
    'good.dcm': dicom(grey(2, 2, pixels)),
    'good.json': coco({ id: 1, category_id: 1, bbox: [0, 0, 1, 1], area: 1, iscrowd: 0 }),
    'million.dcm': dicom(grey(2, 2, pixels, { '00280008': ['IS', '1000000'] })),
    'slices.nii': nifti({ dims: [2, 2, 32_000], type: 4, data: pixels }),
    'deflated.dcm': dicom(grey(2, 2, concat(zeros, zeros, zeros, zeros)), deflated),
    'gzip.nii.gz': gzip(concat(nifti({ dims: [30_000, 30_000, 3], type: 4 }), zeros)),
    'escape.json': coco({
      file_name: '../../outside.png',
      segments_info: [{ id: 1, category_id: 1, bbox: [0, 0, 1, 1], area: 1, iscrowd: 0 }],
    }),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await writeFile(
    join(around, 'outside.png'),
    encodePng({ width: 2, height: 2, channels: 3, data: new Uint8Array(12).fill(1) }),
  );
  // As long as it says, but the disk holds its start only.
  const large = await open(join(folder, 'large.json'), 'w');
  await large.write('{"images": [');
  await large.truncate(500_000_000);
  await large.close();

  opened = await openPage('preview', { folder });
  page = opened.page;
  const [first] = samplesAt(opened);
  const samples = pairs.map(([id, image, annotations]) => ({
    ...first!,
    ...{ key: id, id, image: opened.address(image), imageName: image, annotationsName: annotations },
    caption: html,
    annotations: annotations && opened.address(annotations),
  }));
  await opened.send(
    guideline(
      samples,
      labels.map((each) => ({ ...each, name: html, definition: html })),
    ),
  );
}, 120_000);

afterAll(async () => {
  await opened?.stop();
  await rm(around, { recursive: true });
});

/** Chooses a sample, and waits until this stands above what is known of it. */
async function says(sample: string, sentence: string | RegExp): Promise<void> {
  await page.locator(`[data-sample="${sample}"]`).click();
  await page.locator('.sample-header', { hasText: sentence }).waitFor();
}

it('refuses headers that state more than the file has', async () => {
  await says('million', 'This DICOM file is cut off: its header asks for 8 MB of pixels, the file has 8 bytes.');
  await says('slices', /The image slices\.nii cannot be shown\. This NIfTI file is cut off/);
});

it('refuses what would unpack to too much, as an image and as a mask', async () => {
  await says('deflated', 'This DICOM file unpacks to more than 1.1 GB, which is too much for a preview.');
  await says('gzip', /The image gzip\.nii\.gz cannot be shown\. This .* too much for a preview\./);
  await says('mask', 'This NIfTI file unpacks to more than 1.1 GB, which is too much for a preview.');
});

it('refuses a text of 500 MB by its start', async () => {
  await says('large', 'This file is too large to be read at once (500 MB; up to 200 MB are read). Split it.');
  expect(opened.sent.get('large.json')).toBeLessThan(2_000_000);
});

it('reads nothing beside annotations that lies outside the folder', async () => {
  await page.locator('[data-sample="escape"]').click();
  // The host is asked, which knows where paths and links lead.
  for (const beside of ['escape/outside.png', 'outside.png']) {
    const wish = { address: opened.address('escape.json'), beside };
    await until(`the question for ${beside}`, async () =>
      (await opened.said()).find((each) => each.type === 'read' && 'beside' in each && each.beside === beside),
    );
    await opened.send({ type: 'file', ...wish });
  }
  await says('escape', 'The masks of a panoptic file lie in PNG files; “outside.png” is not beside it');
  expect([...opened.sent.keys()].filter((name) => name.includes('outside'))).toEqual([]);
});

it('shows a good sample after all of them, and HTML in names and captions as text', async () => {
  await page.locator('[data-sample="good"]').click();
  await page.locator('body[data-ready="good"]').waitFor();
  await page.locator('.caption', { hasText: html }).waitFor();
  await page.locator('.legend', { hasText: html }).waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.title()).toBe('Labelwright');
  expect(await opened.violations()).toEqual([]);
});
