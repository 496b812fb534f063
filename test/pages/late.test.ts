import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../workbench/until';
import { pixelWhen } from './canvas';
import { writeFiles } from './files';
import { guideline, samplesAt } from './guideline';
import { openPage } from './openPage';

let folder: string;

beforeAll(async () => {
  folder = await writeFiles();
  // Longer than what is read of a file at first.
  const mask = gunzipSync(await readFile(join(folder, 'mask.nii.gz')));
  await writeFile(join(folder, 'mask.nii'), Buffer.concat([mask, Buffer.alloc(1_200_000)]));
});

afterAll(() => rm(folder, { recursive: true }));

const inLiver = [0.28, 0.5] as const;
const green = ([r, g, b]: readonly [number, number, number]) => g > r + 30 && g > b + 30;
const grey = ([r, g, b]: readonly [number, number, number]) => Math.max(r, g, b) - Math.min(r, g, b) < 12;

/** Shows a volume whose mask comes only when `arrive` is called; what happens before is `meanwhile`. */
async function show(meanwhile: (page: Page) => Promise<void>, after: (page: Page) => Promise<void>): Promise<void> {
  const opened = await openPage('preview', { folder });
  const { page } = opened;
  try {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/mask.nii', async (route) => {
      if (!route.request().headers()['range']?.startsWith('bytes=0-1048575')) await arrived;
      await route.continue();
    });
    const [volume] = samplesAt(opened);
    const sample = { ...volume!, annotations: opened.address('mask.nii'), annotationsName: 'mask.nii' };
    await opened.send(guideline([sample]));
    await page.locator('body[data-ready="volume"][data-unfinished="true"]').waitFor();
    await page.getByText('Reading mask.nii…').waitFor();
    await pixelWhen(page, 'no liver', inLiver, grey);
    await meanwhile(page);
    arrive();
    await page.locator('body[data-unfinished="false"]').waitFor();
    await page.getByText('Reading mask.nii…').waitFor({ state: 'hidden' });
    await after(page);
    expect(await opened.violations()).toEqual([]);
  } finally {
    await opened.stop();
  }
}

const isAt = (page: Page, slice: number) =>
  until(`slice ${slice}`, async () => {
    const label = await page.locator('#canvas').getAttribute('aria-label');
    return label?.includes(`Axial ${slice} of 20`) || undefined;
  });

it('shows a picture before its large mask is read, and goes to where most is marked then', async () => {
  await show(
    (page) => isAt(page, 11).then(() => undefined),
    async (page) => {
      await isAt(page, 9);
      await pixelWhen(page, 'the green liver', inLiver, green);
    },
  );
});

it('stays on the slice that the reader has chosen meanwhile', async () => {
  await show(
    async (page) => {
      await page.locator('#canvas').focus();
      await page.keyboard.press('ArrowDown');
      await isAt(page, 12);
    },
    async (page) => {
      await pixelWhen(page, 'the green liver', inLiver, green);
      await isAt(page, 12);
    },
  );
});
