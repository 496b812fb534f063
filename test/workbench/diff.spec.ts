import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { hasSaved, openFile, pick, runCommand, visibleLines, webview } from './editor';
import { useWorkbench } from './harness';
import { until } from './until';

const taxonomy = 'chest-xray.taxonomy.yaml';
const exclusion = '      - Gas inside the lung, such as a bulla or a cyst\n';

/** In the first commit a pneumothorax may be boxed, and a bulla is not excluded. */
function olderVersion(folder: string): void {
  const path = join(folder, taxonomy);
  const text = readFileSync(path, 'utf8');
  const older = text
    .replace(exclusion, '')
    .replace(/(?<= {2}pneumothorax:\n(?: {4}.*\n)*?)( {4}geometry: )\[mask, polygon\]/, '$1[mask, polygon, box]')
    .replace('version: 2.3.0', 'version: 2.2.0');
  if (older.length !== text.length - exclusion.length + ', box'.length) throw new Error('The example has changed.');
  writeFileSync(path, older);
}

const workbench = useWorkbench({ before: olderVersion });
let changes: Frame;

const shownIds = () =>
  changes.locator('[data-change-id]').evaluateAll((all) => all.map((each) => each.getAttribute('data-change-id')));

it('compares with a revision that is chosen from the history', async () => {
  const { page } = workbench();
  await openFile(page, taxonomy);
  await runCommand(page, 'Labelwright: Compare with Revision…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '2.2.0 · ' }).waitFor();
  await pick(page, 'First version');
  changes = await webview(page, `Compare: ${taxonomy}`);
  await changes.locator('body[data-ready]').waitFor();
  expect(await shownIds()).toEqual(['geometry-withdrawn', 'exclusion-added', 'version-changed']);
  await workbench().screenshot('diff-light');
});

it('a click on a level shows that level only, another one that as well, and again all', async () => {
  const breaking = changes.locator('.filter[data-level="breaking"]');
  await breaking.click();
  expect(await shownIds()).toEqual(['geometry-withdrawn']);
  expect(await breaking.getAttribute('aria-pressed')).toBe('true');
  await changes.locator('.filter[data-level="editorial"]').click();
  expect(await shownIds()).toEqual(['geometry-withdrawn', 'version-changed']);
  expect(await changes.getByRole('status').first().innerText()).toBe('2 of 3 changes');
  await breaking.click();
  await changes.locator('.filter[data-level="editorial"]').click();
  expect(await shownIds()).toEqual(['geometry-withdrawn', 'exclusion-added', 'version-changed']);
});

it('groups by label, and finds words', async () => {
  await changes.getByRole('button', { name: 'By label' }).click();
  const headings = changes.locator('.group-head h2');
  expect(await headings.allInnerTexts()).toEqual(['Pneumothorax\n2', 'The document\n1']);
  await changes.getByRole('searchbox').fill('bulla excl');
  expect(await shownIds()).toEqual(['exclusion-added']);
  await workbench().screenshot('diff-search-light');
  await changes.getByRole('searchbox').fill('nothing has this');
  await changes.getByRole('button', { name: 'Show all changes' }).click();
  expect(await changes.getByRole('searchbox').inputValue()).toBe('');
  await changes.getByRole('button', { name: 'By level' }).click();
});

it('goes from change to change by the keyboard', async () => {
  const { page } = workbench();
  await changes.locator('[data-change-id="geometry-withdrawn"]').focus();
  await page.keyboard.press('PageDown');
  const focused = () => changes.evaluate(() => document.activeElement?.getAttribute('data-change-id'));
  expect(await focused()).toBe('exclusion-added');
  await page.keyboard.press('Control+Home');
  expect(await focused()).toBe('geometry-withdrawn');
  await page.keyboard.press('/');
  expect(await changes.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
});

it('shows on a sample what is allowed before and after', async () => {
  const look = changes.locator('[data-change-id="geometry-withdrawn"] .look');
  await look.locator('canvas').nth(1).waitFor();
  expect(await look.locator('.before .facts').innerText()).toContain('mask, polygon, box');
  expect(await look.locator('.after .facts').innerText()).not.toContain('box');
});

it('a change leads to its place in the newer version', async () => {
  const { page, workspace } = workbench();
  const lines = readFileSync(join(workspace, taxonomy), 'utf8').split('\n');
  const line = lines.indexOf(exclusion.trimEnd()) + 1;
  await changes.locator('[data-change-id="exclusion-added"] [data-side="to"]').click();
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
});

it('a change leads to its place in the older version, which cannot be edited', async () => {
  const { page } = workbench();
  await changes.locator('[data-change-id="geometry-withdrawn"] [data-side="from"]').click();
  const line = await until('the older line', async () => {
    const lines = [...(await visibleLines(page))];
    return lines.find(([, text]) => text.trim() === 'geometry: [mask, polygon, box]')?.[0];
  });
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
  const tabs = await page.locator('.tab.active').all();
  const titles = await Promise.all(tabs.map((tab) => tab.getAttribute('data-resource-name')));
  expect(titles).toContainEqual(expect.stringMatching(/^2\.2\.0 · [0-9a-f]{8} · chest-xray\.taxonomy\.yaml$/));
  expect(await page.locator('#status\\.editor\\.mode').innerText()).toBe('Label Taxonomy');
  await workbench().screenshot('diff-older-light');
  await page.keyboard.type('x');
  await page.getByText('Cannot edit in read-only editor').first().waitFor();
});

it('is there in the dark and in high contrast, too', async () => {
  await workbench().setTheme('dark');
  await workbench().screenshot('diff-dark');
  await workbench().setTheme('high-contrast');
  await workbench().screenshot('diff-high-contrast');
});

it('is there again after the window was reloaded', async () => {
  const { page } = workbench();
  await changes.getByRole('searchbox').fill('gas inside the lung');
  // The window keeps what its pages have saved from time to time, not when it is closed.
  await until('the saved state', async () => (await hasSaved(page, 'gas inside the lung')) || undefined);
  await page.reload();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  changes = await webview(page, `Compare: ${taxonomy}`);
  await changes.locator('body[data-ready="diff"]').waitFor({ timeout: 60_000 });
  expect(await shownIds()).toEqual(['exclusion-added']);
  expect(await changes.getByRole('searchbox').inputValue()).toBe('gas inside the lung');
});

it('says that a file has no earlier version, and why', async () => {
  const { page, workspace } = workbench();
  copyFileSync(join(workspace, taxonomy), join(workspace, 'new.taxonomy.yaml'));
  await openFile(page, 'new.taxonomy.yaml');
  await runCommand(page, 'Labelwright: Compare with Revision…');
  await page
    .getByText('new.taxonomy.yaml has no earlier version in git: it has not been committed yet.')
    .last()
    .waitFor();
  rmSync(join(workspace, '.git'), { recursive: true });
  await runCommand(page, 'Labelwright: Compare with Revision…');
  await page.getByText('is in no git repository').last().waitFor();
});
