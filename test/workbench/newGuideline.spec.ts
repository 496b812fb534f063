import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answer, pick, runCommand, squiggles, webview } from './editor';
import { useWorkbench } from './harness';
import { until } from './until';

const workbench = useWorkbench();

it('without an open guideline, one of the folder is to be picked', async () => {
  const { page } = workbench();
  await runCommand(page, 'Labelwright: Preview Samples');
  await pick(page, 'pneumothorax.protocol.yaml');
  await webview(page, 'Samples: pneumothorax.protocol.yaml');
  await page.keyboard.press('ControlOrMeta+F4');
});

it('a new guideline is written, opened, and has no problems', async () => {
  const { page, workspace } = workbench();
  await runCommand(page, 'Labelwright: New Guideline…');
  await answer(page, 'Köpfe im MRT');
  await pick(page, 'guideline');
  await page.locator('.tab[data-resource-name="koepfe-im-mrt.protocol.yaml"]').first().waitFor();
  for (const kind of ['taxonomy', 'protocol']) {
    const path = join(workspace, `koepfe-im-mrt.${kind}.yaml`);
    await until(path, async () => existsSync(path) || undefined);
    expect(readFileSync(path, 'utf8')).toContain('Köpfe im MRT');
  }
  expect(await squiggles(page)).toEqual([]);
  await page.locator('.editor-group-container.active .tab[data-resource-name="koepfe-im-mrt.taxonomy.yaml"]').waitFor();
  await workbench().screenshot('new-guideline-light');
});

it('a file that is there is not overwritten', async () => {
  const { page, workspace } = workbench();
  const path = join(workspace, 'koepfe-im-mrt.taxonomy.yaml');
  writeFileSync(path, 'taxonomy: mine\n');
  await runCommand(page, 'Labelwright: New Guideline…');
  await answer(page, 'Köpfe im MRT');
  await pick(page, 'guideline');
  await page.getByText('Nothing was written').first().waitFor();
  expect(readFileSync(path, 'utf8')).toBe('taxonomy: mine\n');
});
