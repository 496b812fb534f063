import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFiles } from '../pages/files';
import { pixelWhen } from '../pages/canvas';
import { goTo, hasSaved, openFile, runCommand, webview } from './editor';
import { useWorkbench } from './harness';
import { until } from './until';

const taxonomy = `taxonomy: abdomen
version: 1.0.0
title: Abdomen
labels:
  liver:
    name: Liver
    color: '#00ff00'
    value: 3
    geometry: [mask]
`;

const protocol = `protocol: abdomen-ct
version: 1.0.0
title: Abdomen on CT
taxonomy: {file: abdomen.taxonomy.yaml}
images:
  ct: {modality: CT, display: [{name: Lung, center: -600, width: 1500}]}
samples:
  volume:
    image: data/volume.nii.gz
    annotations: data/mask.nii.gz
    shows: [liver]
  series:
    image: series
    shows: [liver]
`;

const folder = mkdtempSync(join(tmpdir(), 'labelwright-abdomen-'));
writeFileSync(join(folder, 'abdomen.taxonomy.yaml'), taxonomy);
writeFileSync(join(folder, 'abdomen.protocol.yaml'), protocol);
await writeFiles(join(folder, 'data'));
mkdirSync(join(folder, 'series'));
await writeFiles(join(folder, 'series'), (name) => name.startsWith('slice-'));

const workbench = useWorkbench({ folder });
const title = 'Samples: abdomen.protocol.yaml';

it('draws a volume with its mask, and a series from a folder', async () => {
  const { page } = workbench();
  await openFile(page, 'abdomen.protocol.yaml');
  await runCommand(page, 'Labelwright: Preview Samples');
  const frame = await webview(page, title);
  await frame.locator('body[data-ready="volume"]').waitFor();
  const green = ([r, g, b]: readonly [number, number, number]) => g > r + 30 && g > b + 30;
  await pixelWhen(frame, 'the green liver', [0.28, 0.5], green);
  await frame.getByRole('button', { name: 'Show three planes' }).click();
  await frame.locator('#canvas-3[aria-label*="Sagittal 21 of 40"]').waitFor();
  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    await workbench().setTheme(theme);
    await workbench().screenshot(`images-volume-${theme}`);
  }
  await frame.getByRole('button', { name: 'Show three planes' }).click();
  await frame.locator('[data-sample="series"]').click();
  await frame.locator('#canvas[aria-label*="Axial 3 of 4"]').waitFor();
  await workbench().screenshot('images-series');
});

it('reads the folder of the guideline and nothing beside it', async () => {
  const frame = await webview(workbench().page, title);
  const status = (path: string) =>
    frame.evaluate(async (file) => {
      const { name } = performance.getEntriesByType('resource').find((entry) => entry.name.includes('/data/'))!;
      const address = new URL(name);
      [address.pathname, address.search] = [file, ''];
      return (await fetch(address)).status;
    }, path);
  const outside = mkdtempSync(join(tmpdir(), 'labelwright-outside-'));
  writeFileSync(join(outside, 'mask.nii'), 'private');
  const { workspace } = workbench();
  expect(await status(join(workspace, 'data/xray.png'))).toBe(200);
  expect(await status(join(outside, 'mask.nii'))).toBe(401);
  expect(await status(`${workspace}/data/../../../${basename(outside)}/mask.nii`)).toBe(401);
});

it('runs no script but its own, and asks no other place', async () => {
  const frame = await webview(workbench().page, title);
  await frame.evaluate(() => {
    // Not at once: what the debugger runs may do what the policy forbids.
    setTimeout(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      setTimeout('window.ran = true');
      void fetch('https://example.org/').catch(() => undefined);
    });
  });
  const broken: string[] = [];
  const told = await until('what was broken', async () => {
    broken.push(...workbench().violations());
    return broken.length >= 3 ? broken.sort() : undefined;
  });
  expect(told).toEqual(['connect-src', 'script-src', 'script-src-elem']);
  expect(await frame.evaluate(() => 'ran' in window)).toBe(false);
});

it('opens a medical image in the same viewer', async () => {
  const { page } = workbench();
  await runCommand(page, 'View: Close All Editors');
  await page.keyboard.press('ControlOrMeta+p');
  await page.locator('.quick-input-filter input').first().fill('j2k.dcm');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'j2k.dcm' }).first().click();
  const frame = await until('the page of the image', async () => {
    for (const each of page.frames()) {
      if (
        (await each
          .locator('body[data-ready="j2k.dcm"]')
          .count()
          .catch(() => 0)) > 0
      )
        return each;
    }
    return undefined;
  });
  expect(await frame.locator('.notes').innerText()).toContain('DICOM, JPEG 2000 lossless, 32 × 32');
  await workbench().screenshot('images-editor');
});

it('is there again after the window was reloaded, with the sample that was chosen', async () => {
  const { page } = workbench();
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'abdomen.protocol.yaml');
  await runCommand(page, 'Labelwright: Preview Samples');
  const before = await webview(page, title);
  // The cursor stands in one sample, the reader has chosen another.
  await goTo(page, { line: 8, column: 8 });
  await before.locator('body[data-ready="volume"]').waitFor();
  await before.locator('[data-sample="series"]').click();
  await before.locator('body[data-ready="series"]').waitFor();
  // The window keeps what its pages have saved from time to time, not when it is closed.
  await until('the saved state', async () => (await hasSaved(page, 'abdomen.protocol.yaml#series')) || undefined);
  await page.reload();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  const frame = await webview(page, title);
  await frame.locator('body[data-ready="series"]').waitFor({ timeout: 60_000 });
  await frame.locator('[data-sample="series"][aria-selected="true"]').waitFor();
});
