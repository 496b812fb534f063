import { AxeBuilder } from '@axe-core/playwright';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOn } from './canvas';
import { writeFiles } from './files';
import { guideline, labels, samplesAt } from './guideline';
import { openPage, type OpenedPage } from './openPage';
import { themes } from './themes';

let folder: string;
beforeAll(async () => {
  folder = await writeFiles();
});
afterAll(() => rm(folder, { recursive: true }));

/** What a reader of the screen, or one who sees little, could not read of a page as it stands. */
async function faults({ page }: OpenedPage): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

describe.each(Object.entries(themes))('in the theme %s', (_name, theme) => {
  it('the page of samples can be read by all', async () => {
    const opened = await openPage('preview', { folder, ...theme });
    try {
      const { page } = opened;
      const problems = ['The header of “ct.dcm” has patient data.'];
      const kinds = ['typical', 'borderline', 'pitfall', 'negative', undefined] as const;
      const samples = samplesAt(opened).map((sample, i) => ({
        ...sample,
        kind: kinds[i],
        problems: i ? problems : [],
      }));
      const show = async (sample: string) => {
        await page.locator(`[data-sample="${sample}"]`).click();
        await page.locator(`body[data-ready="${sample}"]`).waitFor();
      };
      expect(await faults(opened)).toEqual([]);
      await opened.send(guideline(samples, [...labels, { ...labels[0]!, id: 'old', name: 'Old', deprecated: true }]));
      await show('volume');
      await page.getByRole('button', { name: 'Show three planes' }).click();
      const { x, y } = await placeOn(page, 0.28, 0.5);
      await page.mouse.move(x, y);
      await page.locator('.tooltip', { hasText: 'Liver' }).waitFor();
      expect(await faults(opened)).toEqual([]);
      await show('xray');
      await page.locator('[data-label="pneumothorax"] .label-name').click();
      expect(await faults(opened)).toEqual([]);
      await show('cut-off');
      expect(await faults(opened)).toEqual([]);
      await opened.send(guideline([]));
      await page.locator('body.no-samples').waitFor();
      expect(await faults(opened)).toEqual([]);
      await opened.send({ type: 'failed', uri: 'file:///w/t.yaml', message: 'It is empty.' });
      expect(await faults(opened)).toEqual([]);
    } finally {
      await opened.stop();
    }
  });

  it('the page of an image can be read by all', async () => {
    const opened = await openPage('image', { folder, ...theme });
    try {
      for (const name of ['seg.dcm', 'ct.dcm', 'words.dcm']) {
        await opened.send({ type: 'image', uri: `file:///w/${name}`, file: { name, address: opened.address(name) } });
        await opened.page.locator(`body[data-ready="${name}"]`).waitFor();
        expect([name, await faults(opened)]).toEqual([name, []]);
      }
    } finally {
      await opened.stop();
    }
  });
});
