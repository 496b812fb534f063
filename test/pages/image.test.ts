import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../workbench/until';
import { writeFiles, writeLarge } from './files';
import { openPage, type OpenedPage } from './openPage';

let folder: string;
let opened: OpenedPage;

beforeAll(async () => {
  folder = await writeFiles();
  await writeLarge(join(folder, 'large.nii'));
  opened = await openPage('image', { folder });
});

afterAll(async () => {
  await opened?.stop();
  await rm(folder, { recursive: true });
});

/** Opens a file as the host does, and gives what is said of it. */
async function show(name: string, page = opened): Promise<string> {
  await page.send({ type: 'image', uri: `file:///w/${name}`, file: { name, address: page.address(name) } });
  await page.page.locator(`body[data-ready="${name}"]`).waitFor();
  return page.page.locator('.notes').innerText();
}

/** Whether the host was asked for a file. */
async function asked(address: string): Promise<boolean> {
  return (await opened.said()).some((each) => each.type === 'read' && JSON.stringify(each).includes(address));
}

it('shows an image with its format and size', async () => {
  expect(await show('volume.nii.gz')).toBe('NIfTI, gzip, 40 × 30 × 20');
  expect(await show('j2k.dcm')).toBe('DICOM, JPEG 2000 lossless, 32 × 32');
  expect(await show('two.tif')).toBe('TIFF, 2 × 1');
});

it('loads a large decoder only when an image needs it', async () => {
  const page = await openPage('image', { folder });
  const loaded = () => [...page.parts].filter((name) => !name.startsWith('image.')).sort();
  try {
    await show('volume.nii.gz', page);
    await show('ct.dcm', page);
    expect(loaded()).toEqual(['decoder.js']);
    await show('j2k.dcm', page);
    expect(loaded()).toEqual(['allDecoders.js', 'decoder.js', 'openjpeg.wasm']);
  } finally {
    await page.stop();
  }
});

it('shows the segments of a segmentation by their names', async () => {
  expect(await show('seg.dcm')).toBe('DICOM, explicit little endian, 2 × 2 × 2');
  const where = opened.page.locator('.pane-footer').first();
  await where.getByText('Axial 2 of 2, segment 1 of 2: Liver').waitFor();
  await opened.page.getByRole('slider', { name: 'Segment' }).fill('1');
  await where.getByText('Axial 2 of 2, segment 2 of 2: Spleen').waitFor();
  await opened.page.locator('#canvas').focus();
  await opened.page.keyboard.press(',');
  await where.getByText('segment 1 of 2: Liver').waitFor();
});

it('reads of 2 GB only what is shown', async () => {
  expect(await show('large.nii')).toBe('NIfTI, 1024 × 1024 × 1000');
  expect(await opened.page.locator('#canvas').getAttribute('aria-label')).toContain('Axial 501 of 1000');
  await opened.page.locator('#canvas').focus();
  await opened.page.keyboard.press('ArrowDown');
  await until(
    'the next slice',
    async () => (await opened.page.locator('#canvas').getAttribute('aria-label'))?.includes('Axial 502') || undefined,
  );
  // A slice has 2 MB; some of its neighbours are read ahead.
  expect(opened.sent.get('large.nii')).toBeLessThan(40_000_000);
  await opened.page.getByRole('button', { name: 'Show three planes' }).click();
  await opened.page.getByText('This volume is too large to be cut in other planes than its slices').first().waitFor();
  await opened.page.getByRole('button', { name: 'Show three planes' }).click();
});

it('says why something cannot be shown', async () => {
  expect(await show('words.dcm')).toBe('This file is of no image format that is known here.');
  expect(await show('cut-off.dcm')).toMatch(/^This DICOM file is cut off: /);
  const missing = show('missing.dcm');
  await until('the question for the file', async () => (await asked('missing.dcm')) || undefined);
  await opened.send({ type: 'file', address: opened.address('missing.dcm') });
  expect(await missing).toBe('The file missing.dcm is not there, or cannot be read.');
});

it('is read as a whole from a host that gives no parts', async () => {
  const whole = await openPage('image', { folder, ranges: false });
  try {
    expect(await show('ct.dcm', whole)).toMatch(/^DICOM, explicit little endian, 32 × 32/);
    expect(await whole.violations()).toEqual([]);
  } finally {
    await whole.stop();
  }
});

it('comes through the host where it cannot be fetched', async () => {
  const address = 'https://unreachable.invalid/ct.dcm';
  await opened.send({ type: 'image', uri: 'vscode-vfs://x/ct.dcm', file: { name: 'by-host.dcm', address } });
  await until('the question for the file', async () => (await asked(address)) || undefined);
  await opened.page.evaluate(
    async ([from, at]) => {
      const bytes = new Uint8Array(await (await fetch(from)).arrayBuffer());
      window.postMessage({ type: 'file', address: at, bytes }, '*');
    },
    [opened.address('ct.dcm'), address] as const,
  );
  await opened.page.locator('.notes', { hasText: 'DICOM, explicit little endian, 32 × 32' }).waitFor();
});

it('breaks no policy but where the test asks for another place', async () => {
  const broken = await opened.violations();
  expect(broken.every((each) => each.includes('unreachable.invalid'))).toBe(true);
});
