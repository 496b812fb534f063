import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { goTo, openFile, replaceAt, runCommand, webview } from './editor';
import { useWorkbench } from './harness';
import { until } from './until';

const workbench = useWorkbench();

/** Where the canvas shows a tint, in its own pixels and in those of the page: the pixel nearest to the middle of all. */
interface Tint {
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

/** Counts the pixels of the canvas that are more of one colour than of the others: 0 red, 1 green, 2 blue. */
async function tinted(frame: Frame, channel: 0 | 1 | 2): Promise<Tint> {
  return frame.locator('#canvas').evaluate((element, wanted) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const found: number[] = [];
    for (let i = 0; i < data.length; i += 4) {
      const own = data[i + wanted] ?? 0;
      const other = Math.max(...[0, 1, 2].filter((each) => each !== wanted).map((each) => data[i + each] ?? 0));
      if (own > other + 40) found.push(i / 4);
    }
    const at = found[Math.floor(found.length / 2)] ?? 0;
    const scale = canvas.getBoundingClientRect().width / canvas.width;
    return { count: found.length, x: (at % canvas.width) * scale, y: Math.floor(at / canvas.width) * scale };
  }, channel);
}

async function shown(frame: Frame, sample: string): Promise<void> {
  await frame.locator(`body[data-ready="${sample}"]`).waitFor();
}

/** The line (from 1) of a taxonomy or protocol of the workspace that holds a text. */
function lineOf(file: string, text: string): { line: number; column: number } {
  const lines = readFileSync(join(workbench().workspace, file), 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes(text));
  expect(line, text).toBeGreaterThanOrEqual(0);
  return { line: line + 1, column: (lines[line] ?? '').indexOf(text) + 1 };
}

const taxonomy = 'chest-xray.taxonomy.yaml';
const protocol = 'pneumothorax.protocol.yaml';
const title = `Samples: ${taxonomy}`;

it('draws a sample with its annotations in the colours of the taxonomy', async () => {
  const { page } = workbench();
  await openFile(page, taxonomy);
  await runCommand(page, 'Labelwright: Preview Samples');
  const frame = await webview(page, title);
  await shown(frame, 'large');
  const red = await until('the mask of the pneumothorax', async () => {
    const found = await tinted(frame, 0);
    return found.count > 2000 ? found : undefined;
  });
  expect(red.count).toBeGreaterThan(2000);
  expect((await tinted(frame, 2)).count).toBeLessThan(100);
  await workbench().screenshot('preview-light');
});

it('repaints in another colour while it is typed, without reading the picture again', async () => {
  const { page } = workbench();
  const frame = await webview(page, title);
  const fetched = () => frame.evaluate(() => performance.getEntriesByType('resource').length);
  const before = await fetched();
  const { line, column } = lineOf(taxonomy, "'#e4572e'");
  await replaceAt(page, { line, column: column + 1 }, 7, '#2040ff');
  await until('the blue mask', async () => (await tinted(frame, 2)).count > 2000 || undefined);
  expect((await tinted(frame, 0)).count).toBeLessThan(100);
  expect(await fetched()).toBe(before);
});

it('a click on a region goes to its label', async () => {
  const { page } = workbench();
  const frame = await webview(page, title);
  const { x, y } = await tinted(frame, 2);
  await frame.locator('#canvas').click({ position: { x, y } });
  const { line } = lineOf(taxonomy, '  pneumothorax:');
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
});

it('follows the cursor to a sample', async () => {
  const { page } = workbench();
  await openFile(page, protocol);
  const { line } = lineOf(protocol, '    image: samples/skin-fold.png');
  await goTo(page, { line, column: 8 });
  const frame = await webview(page, title);
  await shown(frame, 'fold');
});

it('shows an annotation whose label is not in the taxonomy as such', async () => {
  const { page, workspace } = workbench();
  await openFile(page, taxonomy);
  // `skin-fold` also stands above, as a label that another is confused with, further in.
  const lines = readFileSync(join(workspace, taxonomy), 'utf8').split('\n');
  const line = lines.indexOf('  skin-fold:') + 1;
  expect(lines[line]).toBe('    name: Skin fold');
  const frame = await webview(page, title);
  await replaceAt(page, { line, column: 3 }, 'skin-fold'.length, 'other-fold');
  await frame.getByText('matched by name').first().waitFor();
  await replaceAt(page, { line: line + 1, column: 11 }, 'Skin fold'.length, 'Something else');
  await frame.getByText('not in the taxonomy').first().waitFor();
});

it('is there in the dark and in high contrast, too', async () => {
  await workbench().setTheme('dark');
  await workbench().screenshot('preview-dark');
  await workbench().setTheme('high-contrast');
  await workbench().screenshot('preview-high-contrast');
});

it('marks a sample whose picture is broken', async () => {
  const { page, workspace } = workbench();
  await workbench().setTheme('light');
  const frame = await webview(page, title);
  // With the cursor in no label, all samples are listed.
  await goTo(page, { line: 1, column: 1 });
  writeFileSync(join(workspace, 'samples/skin-fold.png'), 'no picture');
  await frame.locator('[data-sample="fold"]').click();
  await frame
    .getByText('The image skin-fold.png cannot be shown. This file is of no image format that is known here.')
    .first()
    .waitFor();
  await frame.locator('[data-sample="fold"] .mark').waitFor();
  expect(await frame.getByRole('button', { name: 'Zoom in (+)' }).isDisabled()).toBe(true);
  expect(await frame.locator('[data-sample="large"] .mark').isVisible()).toBe(false);
  await workbench().screenshot('preview-broken-light');
});

it('says where samples are written while there are none', async () => {
  const { page, workspace } = workbench();
  writeFileSync(join(workspace, 'new.taxonomy.yaml'), 'taxonomy: new\nlabels:\n  nodule:\n    name: Nodule\n');
  await openFile(page, 'new.taxonomy.yaml');
  await runCommand(page, 'Labelwright: Preview Samples');
  const frame = await webview(page, 'Samples: new.taxonomy.yaml');
  await frame.getByText('No protocol with samples uses this taxonomy yet').waitFor();
  await frame.getByText('shows: [nodule]').waitFor();
  await workbench().screenshot('preview-none-light');
});
