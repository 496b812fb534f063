import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../workbench/until';
import { pixelAt, pixelWhen, placeOn } from './canvas';
import { writeFiles } from './files';
import { guideline, labels, samplesAt } from './guideline';
import { openPage, type OpenedPage } from './openPage';

let folder: string;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  folder = await writeFiles();
  opened = await openPage('preview', { folder });
  page = opened.page;
  await opened.send(guideline(samplesAt(opened)));
});

afterAll(async () => {
  await opened?.stop();
  await rm(folder, { recursive: true });
});

/** Chooses a sample and waits until it is drawn. */
async function show(sample: string): Promise<void> {
  await page.locator(`[data-sample="${sample}"]`).click();
  await page.locator(`body[data-ready="${sample}"]`).waitFor();
}

/** In parts of the canvas: the first columns of the volume lie to the right of the patient, which is left. */
const inLiver = [0.28, 0.5] as const;
const inUnknown = [0.72, 0.5] as const;

const green = ([r, g, b]: readonly [number, number, number]) => g > r + 30 && g > b + 30;
const red = ([r, g, b]: readonly [number, number, number]) => r > g + 30 && r > b + 30;
const grey = ([r, g, b]: readonly [number, number, number]) => Math.max(r, g, b) - Math.min(r, g, b) < 12;

describe('a volume with a mask', () => {
  it('is drawn as it lies in the patient, by the colours of the labels', async () => {
    await show('volume');
    await pixelWhen(page, 'the green liver', inLiver, green);
    expect(grey(await pixelAt(page, ...inUnknown))).toBe(true);
    await page.getByText('Not in the taxonomy').first().waitFor();
    expect(await page.locator('#canvas').getAttribute('aria-label')).toContain('Axial 9 of 20');
  });

  it('names what is under the pointer, with its value', async () => {
    const { x, y } = await placeOn(page, ...inLiver);
    await page.mouse.move(x, y);
    await page.locator('.tooltip', { hasText: 'Liver' }).waitFor();
    expect(await page.locator('.tooltip').innerText()).toMatch(/mask[\s\S]*, 8 · 800[\s\S]*matched by value/);
  });

  it('goes to the label at a click', async () => {
    const { x, y } = await placeOn(page, ...inLiver);
    await page.mouse.click(x, y);
    await until('the place of the label', async () =>
      (await opened.said()).find((each) => JSON.stringify(each) === '{"type":"reveal","what":"label","key":"liver"}'),
    );
    // The label stays chosen; a second click on its name gives it up.
    await page.locator('[data-label="liver"] .label-name').click();
  });

  it('is painted in another colour without reading pixels again', async () => {
    // Thumbnails of other samples may still be read.
    const read = () => ['volume.nii.gz', 'mask.nii.gz'].map((name) => opened.sent.get(name)).join();
    const before = read();
    const changed = labels.map((label) =>
      label.id === 'liver' ? { ...label, color: '#ff0000', name: 'Hepar' } : label,
    );
    await opened.send(guideline(samplesAt(opened), changed));
    await pixelWhen(page, 'the red liver', inLiver, red);
    await page.locator('[data-label="liver"]', { hasText: 'Hepar' }).waitFor();
    expect(read()).toBe(before);
    await opened.send(guideline(samplesAt(opened)));
    await pixelWhen(page, 'the green liver', inLiver, green);
  });

  it('belongs to other labels when their values change, and they stand in the order of the guideline', async () => {
    const read = () => ['volume.nii.gz', 'mask.nii.gz'].map((name) => opened.sent.get(name)).join();
    const before = read();
    const spleen = { ...labels[0]!, id: 'spleen', name: 'Spleen', color: '#ff0000', value: 9 };
    const listed = () => page.locator('[data-label] .label-name').allInnerTexts();
    await opened.send(guideline(samplesAt(opened), [...labels, spleen]));
    await pixelWhen(page, 'the red spleen', inUnknown, red);
    expect((await listed()).slice(0, 2)).toEqual(['Liver', 'Spleen']);
    await opened.send(
      guideline(samplesAt(opened), [
        { ...spleen, value: 3 },
        { ...labels[0]!, value: 9 },
      ]),
    );
    await pixelWhen(page, 'the red spleen', inLiver, red);
    await pixelWhen(page, 'the green liver', inUnknown, green);
    expect((await listed()).slice(0, 2)).toEqual(['Spleen', 'Liver']);
    expect(read()).toBe(before);
    await opened.send(guideline(samplesAt(opened)));
    await pixelWhen(page, 'the green liver', inLiver, green);
  });

  it('shows its slices by wheel, keys and slider', async () => {
    const label = () => page.locator('#canvas').getAttribute('aria-label');
    const at = (slice: number) =>
      until(`slice ${slice}`, async () => (await label())?.includes(`Axial ${slice} of 20`) || undefined);
    const { x, y } = await placeOn(page, 0.5, 0.5);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 100);
    await at(10);
    await page.locator('#canvas').focus();
    await page.keyboard.press('ArrowUp');
    await at(9);
    await page.keyboard.press('End');
    await at(20);
    await pixelWhen(page, 'no liver', inLiver, grey);
    await page.getByRole('slider', { name: 'Axial' }).fill('8');
    await at(9);
    await pixelWhen(page, 'the green liver', inLiver, green);
  });

  it('hides a label, makes it fainter, and leaves its outline', async () => {
    await page.getByRole('button', { name: 'Liver on the picture' }).click();
    await pixelWhen(page, 'no liver', inLiver, grey);
    await page.getByRole('button', { name: 'Liver on the picture' }).click();
    await pixelWhen(page, 'the green liver', inLiver, green);
    await page.getByRole('slider', { name: 'Opacity of Liver' }).fill('5');
    await pixelWhen(page, 'a faint liver', inLiver, grey);
    await page.getByRole('slider', { name: 'Opacity of Liver' }).fill('100');
    await page.getByRole('button', { name: 'Fill the areas of labels' }).click();
    await pixelWhen(page, 'the inside of an outline', inLiver, grey);
    await page.getByRole('button', { name: 'Fill the areas of labels' }).click();
    await pixelWhen(page, 'the green liver', inLiver, green);
  });

  it('shows three planes, and keeps them over a reload, with the slice and the zoom', async () => {
    await page.getByRole('button', { name: 'Show three planes' }).click();
    const described = (id: string, words: string) =>
      until(words, async () => (await page.locator(id).getAttribute('aria-label'))?.includes(words) || undefined);
    await described('#canvas-2', 'Coronal 16 of 30');
    await described('#canvas-3', 'Sagittal 21 of 40');
    await page.getByRole('slider', { name: 'Axial' }).fill('11');
    await described('#canvas', 'Axial 12 of 20');
    const zoom = () => page.getByRole('status', { name: 'Zoom' }).innerText();
    const fitted = await zoom();
    await page.locator('#canvas').focus();
    await page.keyboard.press('+');
    const zoomed = await until('zoomed', async () => ((await zoom()) === fitted ? undefined : zoom()));
    await opened.reload();
    await opened.send(guideline(samplesAt(opened)));
    await page.locator('body[data-ready="volume"]').waitFor();
    await described('#canvas-2', 'Coronal 16 of 30');
    await described('#canvas', 'Axial 12 of 20');
    expect(await zoom()).toBe(zoomed);
    await page.locator('#canvas').focus();
    await page.keyboard.press('0');
    await page.getByRole('button', { name: 'Show three planes' }).click();
  });

  it('is measured by keys, in mm', async () => {
    await page.getByRole('button', { name: 'Measure a distance' }).click();
    await page.locator('#canvas').focus();
    await page.keyboard.press('Enter');
    for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.pane-slot .spoken', { hasText: '7.0 mm' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Measure a distance' }).click();
  });
});

describe('the list of samples', () => {
  it('can be kept to one label, by keyboard too', async () => {
    const samples = samplesAt(opened).map((each) => (each.id === 'xray' ? { ...each, shows: ['hip'] } : each));
    await opened.send(guideline(samples));
    const filter = page.getByRole('combobox', { name: 'List the samples of' });
    expect(await filter.locator('option').allInnerTexts()).toEqual(['All labels', 'Liver (4)', 'Hip (1)']);
    await filter.focus();
    await page.keyboard.press('End');
    await page.locator('.list-heading', { hasText: '1 of 5 samples' }).waitFor();
    expect(await page.getByRole('option').filter({ hasText: 'About' }).count()).toBe(1);
    await filter.selectOption('All labels');
    await page.locator('.list-heading', { hasText: '5 samples' }).waitFor();
    expect(await page.locator('[data-sample]').count()).toBe(5);
    await opened.send(guideline(samplesAt(opened)));
  });
});

describe('other samples', () => {
  it('show a picture of 16 bits with polygons and key points, and what is wrong with them', async () => {
    await show('xray');
    await pixelWhen(page, 'the red polygon', [0.35, 0.4], red);
    await page.getByText('“Hip” is marked as key points, not as box.').first().waitFor();
    await page.getByText('It reaches beyond the image.').first().waitFor();
    // The name of a label is never read as HTML.
    await page.getByText('<img src=x onerror=document.title=1>').first().waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).toBe('Labelwright');
  });

  it('have windows of the protocol and a value in Hounsfield units', async () => {
    await show('ct');
    expect(await page.getByRole('combobox', { name: 'Window' }).locator('option').allInnerTexts()).toEqual([
      'Lung',
      'Automatic',
    ]);
    const { x, y } = await placeOn(page, 0.5, 0.02);
    await page.mouse.move(x, y);
    await page.locator('.status-line', { hasText: 'HU' }).waitFor();
    const before = await pixelAt(page, 0.5, 0.5);
    await page.getByRole('combobox', { name: 'Window' }).selectOption('Automatic');
    await pixelWhen(page, 'another window', [0.5, 0.5], ([r]) => Math.abs(r - before[0]) > 20);
    await page.locator('#canvas').focus();
    await page.evaluate(() => addEventListener('keydown', ({ key }) => (document.body.dataset['passed'] = key)));
    await page.keyboard.press('Alt+ArrowUp');
    await page.locator('.windows option', { hasText: 'Your own' }).waitFor({ state: 'attached' });
    // What is done here does not reach the editor's own keys.
    expect(await page.evaluate(() => document.body.dataset['passed'])).toBe('Alt');
  });

  it('are seen through another window while it is typed, and through the same after a reload', async () => {
    const windows = page.getByRole('combobox', { name: 'Window' });
    const typed = samplesAt(opened).map((sample) => ({
      ...sample,
      windows: [{ name: 'Lung', center: -600, width: 1500 }, { name: 'Bone', center: 400, width: 1200 }], // prettier-ignore
    }));
    await windows.selectOption('Automatic');
    const small = page.locator('[data-sample="ct"] canvas.thumbnail');
    await small.waitFor();
    const [read, before] = [opened.sent.get('ct.dcm'), await small.elementHandle()];
    await opened.send(guideline(typed));
    await windows.locator('option', { hasText: 'Bone' }).waitFor({ state: 'attached' });
    expect(await windows.locator('option').allInnerTexts()).toEqual(['Lung', 'Bone', 'Automatic']);
    expect(await windows.inputValue()).toBe('2');
    // Its small picture is another one, made of what was read.
    await until('a new row', async () => !(await before?.evaluate((node) => node.isConnected)) || undefined);
    await small.waitFor();
    expect(opened.sent.get('ct.dcm')).toBe(read);
    await windows.selectOption('Bone');
    await opened.reload();
    await opened.send(guideline(typed));
    await page.locator('body[data-ready="ct"]').waitFor();
    expect(await windows.inputValue()).toBe('1');
    await opened.send(guideline(samplesAt(opened)));
    await until('the window of the file', async () => (await windows.inputValue()) === '0' || undefined);
  });

  it('are decoded by WebAssembly to the same pixels', async () => {
    await show('ct');
    const pixels = async () => {
      await page.getByRole('combobox', { name: 'Window' }).selectOption('Automatic');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      return Promise.all([0.3, 0.5, 0.7].map((at) => pixelAt(page, 0.5, at)));
    };
    const plain = await pixels();
    expect(new Set(plain.map(([red]) => red)).size).toBe(3);
    await show('j2k');
    expect(await pixels()).toEqual(plain);
  });

  it('are refused with a sentence when they are damaged', async () => {
    await show('cut-off');
    const sentence = /The image cut-off\.dcm cannot be shown\. This DICOM file is cut off: /;
    await page.locator('.sample-header', { hasText: sentence }).waitFor();
    await page.locator('[data-sample="cut-off"] .mark').waitFor();
  });

  it('have small pictures, also of volumes', async () => {
    await page.locator('[data-sample="volume"] canvas.thumbnail').waitFor();
    await page.locator('[data-sample="xray"] img.thumbnail').waitFor();
  });
});

it('breaks no policy', async () => {
  expect(await opened.violations()).toEqual([]);
});
