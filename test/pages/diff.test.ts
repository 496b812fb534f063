import { AxeBuilder } from '@axe-core/playwright';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../workbench/until';
import { changes, comparison, hostileName, lookAt, manyChanges } from './changes';
import { writeFiles } from './files';
import { openPage, type OpenedPage } from './openPage';
import { themes } from './themes';

/** No more rows than this are made, however many changes there are: those in sight and a screen's height around. */
const mostRows = 40;

let folder: string;

beforeAll(async () => {
  folder = await writeFiles(undefined, (name) => /^(xray|j2k|volume|mask)/.test(name));
  const coco = {
    images: [{ id: 1, file_name: 'j2k.dcm', width: 32, height: 32 }],
    categories: [{ id: 1, name: 'pneumothorax' }],
    annotations: [1].map((id) => ({
      ...{ id, image_id: id, category_id: 1, segmentation: [[8, 8, 24, 8, 24, 24, 8, 24]] },
      ...{ bbox: [8, 8, 16, 16], area: 256, iscrowd: 0 },
    })),
  };
  await writeFile(join(folder, 'coco.json'), JSON.stringify(coco));
});

afterAll(() => rm(folder, { recursive: true }));

/** Opens the page with a comparison. */
async function openChanges(shown = changes, theme: { theme: string; css: string } = themes.light): Promise<OpenedPage> {
  const opened = await openPage('diff', { folder, ...theme });
  await opened.send(comparison(shown));
  await opened.page.locator('body[data-ready="diff"]').waitFor();
  return opened;
}

/** Red, green and blue of a canvas of a look, at a place given in parts of its width and height. */
function pixel(look: Locator, side: 0 | 1, x: number, y: number): Promise<readonly number[]> {
  return look
    .locator('canvas')
    .nth(side)
    .evaluate(
      (element, [left, top]) => {
        const canvas = element as HTMLCanvasElement;
        const at = [Math.floor(canvas.width * left), Math.floor(canvas.height * top)] as const;
        return [...canvas.getContext('2d')!.getImageData(...at, 1, 1).data];
      },
      [x, y] as const,
    );
}

function hue([red = 0, green = 0, blue = 0]: readonly number[]): 'red' | 'blue' | 'grey' {
  if (red > green + 30) return 'red';
  return blue > green + 30 ? 'blue' : 'grey';
}

const card = (page: Page, id: string) => page.locator(`[data-change-id="${id}"]`);

describe('the page of changes', () => {
  let opened: OpenedPage;
  let page: Page;

  beforeAll(async () => {
    opened = await openChanges();
    page = opened.page;
  });

  afterAll(() => opened?.stop());

  it('marks the words that changed in both wordings, and what to look at', async () => {
    const definition = card(page, 'definition-changed');
    expect(await definition.locator('.from del').allInnerTexts()).toEqual(['Do', '2']);
    expect(await definition.locator('.to ins').allInnerTexts()).toEqual(['Unless seen before, do ', '3']);
    expect(await definition.locator('.notes').innerText()).toBe('A number changed: 2 mm became 3 mm.');
    expect(await card(page, 'synonym-added').locator('.from .text').innerText()).toBe('Not there');
  });

  it('explains level and remedy of each change', async () => {
    const drawn = card(page, 'delineation-changed');
    expect(await drawn.locator('.level-tag').innerText()).toBe('Breaking');
    expect(await drawn.locator('.remedy').innerText()).toBe('Draw again');
    expect(await drawn.locator('.reason').innerText()).toContain(
      'A reader must draw the annotations that exist again.',
    );
    await page.getByText('What the levels and remedies mean').click();
    expect(await page.locator('.explained dt').allInnerTexts()).toEqual([
      ...['Breaking', 'Review', 'Quality', 'Additive', 'Editorial'],
      ...['Draw again', 'Read again', 'Migrate', 'Nothing to do'],
    ]);
    await page.getByText('What the levels and remedies mean').click();
  });

  it('is read as a feed of articles that say their place, level and change', async () => {
    const feed = page.getByRole('feed', { name: 'Changes' });
    const first = feed.getByRole('article', { name: 'Breaking. A change: color-changed.' });
    expect(await first.getAttribute('aria-posinset')).toBe('1');
    expect(await first.getAttribute('aria-setsize')).toBe('6');
    expect(await page.getByRole('status').first().innerText()).toBe('6 changes');
    await page.getByRole('search').getByRole('group', { name: 'Levels shown' }).waitFor();
    await first.getByRole('button', { name: 'Go to the older version: chest.taxonomy.yaml, line 11' }).waitFor();
  });

  it('takes what a guideline says for text', async () => {
    expect(await card(page, 'synonym-added').locator('ins').innerText()).toBe(hostileName);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Labelwright');
  });

  it('asks the host for places, by mouse and by keys', async () => {
    const asked = async () => (await opened.said()).filter(({ type }) => type === 'open');
    await card(page, 'definition-changed').locator('[data-side="from"]').click();
    await card(page, 'definition-changed').focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Enter');
    expect(await asked()).toEqual([
      { type: 'open', fingerprint: 'definition-changed', side: 'from' },
      { type: 'open', fingerprint: 'readers-lowered', side: 'to' },
    ]);
  });

  it('draws a label as both versions have it, and says what is not allowed any more', async () => {
    await opened.send(lookAt(opened, 'color-changed'));
    const look = card(page, 'color-changed').locator('.look');
    await look.locator('canvas').nth(1).waitFor();
    // Inside of the ring that is marked in the sample.
    const colours = [await pixel(look, 0, 18 / 64, 18 / 48), await pixel(look, 1, 18 / 64, 18 / 48)].map(hue);
    expect(colours).toEqual(['red', 'blue']);
    expect(await look.locator('.before figcaption').innerText()).toContain('1 annotation, which is allowed.');
    expect(await look.locator('.after figcaption').innerText()).toContain('1 × polygon is not allowed.');
    expect(await look.locator('canvas').nth(1).getAttribute('aria-label')).toBe(
      'After: A large one. 1 × polygon is not allowed.',
    );
  });

  it('draws on DICOM images too, and says where nothing is marked', async () => {
    const look = card(page, 'color-changed').locator('.look');
    await opened.send(comparison(changes));
    await opened.send(lookAt(opened, 'color-changed', ['volume.nii.gz', 'mask.nii.gz']));
    await look.getByText('No sample shows this label.').waitFor();
    await opened.send(comparison(changes));
    await opened.send(lookAt(opened, 'color-changed', ['j2k.dcm', 'coco.json']));
    await look.locator('canvas').nth(1).waitFor();
    expect(hue(await pixel(look, 0, 0.5, 0.5))).toBe('red');
    expect(hue(await pixel(look, 1, 0.5, 0.5))).toBe('blue');
    // The picture gets brighter from top to bottom.
    const [[top], [bottom]] = [await pixel(look, 0, 0.9, 0.1), await pixel(look, 0, 0.9, 0.9)];
    expect(bottom).toBeGreaterThan(top! + 100);
  });

  it('draws masks of volumes where most is marked: what has another value belongs to another label, or to none', async () => {
    const look = card(page, 'color-changed').locator('.look');
    await opened.send(comparison(changes));
    const values = [
      { value: 3, geometry: ['mask'] },
      { value: 9, geometry: ['mask'] },
    ] as const;
    await opened.send(lookAt(opened, 'color-changed', ['volume.nii.gz', 'mask.nii.gz'], values));
    await look.locator('canvas').nth(1).waitFor();
    const seen = async (side: 0 | 1) => [
      hue(await pixel(look, side, 0.25, 0.5)),
      hue(await pixel(look, side, 0.75, 0.5)),
    ];
    // Left on the picture is right in the patient, where the voxels of this volume end.
    expect([await seen(0), await seen(1)]).toEqual([
      ['red', 'grey'],
      ['grey', 'blue'],
    ]);
    expect(await look.locator('.before figcaption').innerText()).toContain('1 annotation, which is allowed.');
    expect(await look.locator('.after figcaption').innerText()).toContain('1 annotation is of no label any more.');
  });

  it('has again what was chosen after a reload', async () => {
    await page.getByRole('button', { name: 'By label' }).click();
    await page.locator('.filter[data-remedy="none"]').click();
    await page.getByRole('searchbox').fill('chest');
    await opened.reload();
    await until('ready', async () => (await opened.said()).find(({ type }) => type === 'ready'));
    await opened.send(comparison(changes));
    expect(await page.getByRole('searchbox').inputValue()).toBe('chest');
    expect(await page.getByRole('status').first().innerText()).toBe('1 of 6 changes');
    expect(await page.locator('.group-head h2').allInnerTexts()).toEqual(['The document\n1']);
  });

  it('says why versions cannot be compared', async () => {
    const { comparison: compared } = comparison([]);
    await opened.send({ type: 'failed', comparison: compared, message: 'There is no revision “v0”.' });
    expect(await page.getByRole('alert').innerText()).toBe(
      'The versions could not be compared. There is no revision “v0”.',
    );
    await page.getByRole('button', { name: 'Compare with another revision…' }).click();
    expect((await opened.said()).at(-1)).toEqual({ type: 'otherRevision' });
  });

  it('breaks no policy', async () => {
    expect(await opened.violations()).toEqual([]);
  });
});

describe('five thousand changes', () => {
  let opened: OpenedPage;
  let page: Page;
  const rows = () => page.locator('.row').count();

  beforeAll(async () => {
    opened = await openChanges(manyChanges(5000));
    page = opened.page;
  });

  afterAll(() => opened?.stop());

  it('are a few rows of the page at any time', async () => {
    const most = await page.evaluate(async () => {
      const scroller = document.querySelector('main')!;
      let found = 0;
      for (let part = 0; part <= 20; part++) {
        scroller.scrollTop = (scroller.scrollHeight * part) / 20;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        found = Math.max(found, document.querySelectorAll('.row').length);
      }
      return found;
    });
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(mostRows);
  });

  it('fill what is in sight wherever it is scrolled to', async () => {
    for (const part of [0.3, 0.7, 1]) {
      await page.evaluate((at) => {
        const scroller = document.querySelector('main')!;
        scroller.scrollTop = scroller.scrollHeight * at;
      }, part);
      await until('rows all over the page', async () => {
        const gap = await page.evaluate(() => {
          const boxes = [...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
          const bottom = Math.max(...boxes.map((box) => box.bottom));
          const page = document.querySelector('main')!;
          const atEnd = page.scrollTop + page.clientHeight >= page.scrollHeight - 1;
          return Math.min(...boxes.map((box) => box.top)) < 200 && (atEnd || bottom >= innerHeight);
        });
        return gap || undefined;
      });
    }
  });

  it('are reached to the last one by the keyboard, and searched', async () => {
    await page.locator('.row').first().focus();
    await page.keyboard.press('Control+End');
    const focused = page.locator('.row:focus');
    expect(await focused.getAttribute('aria-posinset')).toBe('5000');
    expect(await focused.getByRole('heading', { level: 3 }).innerText()).toBe('Change number 5000.');
    await page.getByRole('button', { name: 'By label' }).click();
    await page.getByRole('searchbox').fill('number 4999.');
    expect(await page.getByRole('status').first().innerText()).toBe('1 of 5000 changes');
    expect(await rows()).toBe(1);
  });
});

describe.each(Object.entries(themes))('in the theme %s', (_name, theme) => {
  let opened: OpenedPage;

  beforeAll(async () => {
    opened = await openChanges(changes, theme);
  });

  afterAll(() => opened?.stop());

  it('has nothing that a reader of the screen could not read', async () => {
    const { page } = opened;
    await opened.send(lookAt(opened, 'color-changed'));
    await page.locator('.look canvas').nth(1).waitFor();
    await page.getByText('What the levels and remedies mean').click();
    await page.locator('.filter[data-level="breaking"]').click();
    await page.locator('.filter[data-level="review"]').click();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
