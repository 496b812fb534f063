import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { goTo, hoverAt, openFile, pick, runCommand, webview } from './editor';
import { useWorkbench } from './harness';
import { until } from './until';

/** The panel of changes opens from each place that a reviewer may start from, with the right two versions. */

const taxonomy = 'chest-xray.taxonomy.yaml';
const exclusion = '      - Gas inside the lung, such as a bulla or a cyst\n';
const definition = 'Gas in the pleural space.';

/** In the first commit, a bulla is not excluded from the pneumothoraces. */
const workbench = useWorkbench({
  before(folder) {
    const path = join(folder, taxonomy);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(exclusion, '').replace('version: 2.3.0', 'version: 2.2.0'));
  },
});

const file = () => join(workbench().workspace, taxonomy);

function git(...args: string[]): string {
  const user = ['-c', 'user.name=Test Reader', '-c', 'user.email=reader@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...user, ...args], { cwd: workbench().workspace, encoding: 'utf8', stdio: 'pipe' });
}

/** What the panel shows, once it shows two versions that read so: `2.2.0 (abc) → 2.3.0 (now)`. */
async function shown(versions: RegExp, title = `Compare: ${taxonomy}`): Promise<string[]> {
  const { page } = workbench();
  return until(`the comparison ${versions}`, async () => {
    const panel: Frame = await webview(page, title);
    const text = await panel
      .locator('.summary .quiet')
      .innerText({ timeout: 1000 })
      .catch(() => '');
    if (!versions.test(text)) return undefined;
    return panel
      .locator('[data-change-id]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-change-id') ?? ''));
  });
}

function timelineEntry(subject: string): Locator {
  return workbench().page.locator('.timeline-tree-view .monaco-list-row', { hasText: subject });
}

async function closeEditors(): Promise<void> {
  await runCommand(workbench().page, 'View: Close All Editors');
  await workbench().page.locator('.editor-group-container.empty').waitFor();
}

/** Opens the menu of a row and chooses an entry of it. */
async function chooseInMenu(row: Locator, entry: string): Promise<void> {
  const { page } = workbench();
  const item = page.locator('.monaco-menu .action-menu-item', { hasText: entry });
  await row.click({ button: 'right' });
  await item.waitFor();
  // A menu that has only just opened ignores clicks.
  await until(`a click on "${entry}"`, async () => {
    await item.click({ timeout: 1000 }).catch(() => undefined);
    return (await item.isVisible()) ? undefined : true;
  });
}

it('the title of an editor', async () => {
  const { page } = workbench();
  await openFile(page, taxonomy);
  await page.locator('.editor-actions').getByRole('button', { name: 'Compare with Revision…' }).click();
  await pick(page, 'First version');
  expect(await shown(/^2\.2\.0 \([0-9a-f]{8}\) → 2\.3\.0 \(now\)$/)).toEqual(['exclusion-added', 'version-changed']);
});

it('an entry of the timeline: what that commit has changed', async () => {
  const { page } = workbench();
  await closeEditors();
  await openFile(page, taxonomy);
  await runCommand(page, 'Explorer: Focus on Timeline View');
  await chooseInMenu(timelineEntry('Second version'), 'Compare by Meaning');
  expect(await shown(/^2\.2\.0 \([0-9a-f]{8}\) → 2\.3\.0 \([0-9a-f]{8}\)$/)).toEqual([
    'exclusion-added',
    'version-changed',
  ]);
  await page.locator('.tab', { hasText: '↔' }).waitFor({ state: 'detached' });
  await page.locator(`.tab[data-resource-name="${taxonomy}"]`).click();
  await chooseInMenu(timelineEntry('First version'), 'Compare by Meaning');
  await page.getByText(`This is the first version of ${taxonomy} in git`).last().waitFor();
});

it('a text diff, whoever opened it', async () => {
  const { page } = workbench();
  await closeEditors();
  await openFile(page, taxonomy);
  await runCommand(page, 'Explorer: Focus on Timeline View');
  await timelineEntry('Second version').click();
  await page.locator('.tab.active', { hasText: '↔' }).waitFor();
  await page.locator('.editor-actions').getByRole('button', { name: 'Compare by Meaning' }).click();
  expect(await shown(/^2\.2\.0 \([0-9a-f]{8}\) → 2\.3\.0 \([0-9a-f]{8}\)$/)).toHaveLength(2);
});

it('a branch, a tag, and where a branch parted', async () => {
  const { page } = workbench();
  git('branch', 'older', 'HEAD~1');
  git('tag', 'v2.2.0', 'HEAD~1');
  git('switch', '--quiet', '-c', 'side', 'HEAD~1');
  writeFileSync(file(), readFileSync(file(), 'utf8').replace(definition, 'Air in the pleural space.'));
  git('commit', '--quiet', '--all', '--message', 'On the side');
  await closeEditors();
  await openFile(page, taxonomy);
  await runCommand(page, 'Labelwright: Compare with Branch…');
  await pick(page, 'older');
  expect(await shown(/^2\.2\.0 \(older\) → 2\.2\.0 \(now\)$/)).toEqual(['definition-changed']);
  // The panel is in front, and tells which guideline is meant.
  await runCommand(page, 'Labelwright: Compare with Tag…');
  await pick(page, 'v2.2.0');
  expect(await shown(/^2\.2\.0 \(v2\.2\.0\) → 2\.2\.0 \(now\)$/)).toEqual(['definition-changed']);
  await runCommand(page, 'Labelwright: Compare with Where This Branch Parted…');
  await pick(page, 'main');
  expect(await shown(/^2\.2\.0 \(where it parted from main\) → 2\.2\.0 \(now\)$/)).toEqual(['definition-changed']);
});

it('Source Control: a changed file since the last commit', async () => {
  const { page } = workbench();
  git('switch', '--quiet', 'main');
  await closeEditors();
  writeFileSync(file(), readFileSync(file(), 'utf8').replace(exclusion, ''));
  await page.getByRole('tab', { name: /^Source Control/ }).click();
  const row = page.locator('.scm-view .monaco-list-row', { hasText: taxonomy });
  await row.waitFor();
  await chooseInMenu(row, 'Compare by Meaning');
  expect(await shown(/^2\.3\.0 \(HEAD\) → 2\.3\.0 \(now\)$/)).toEqual(['exclusion-removed']);
});

it('Source Control: a file that was deleted', async () => {
  const { page } = workbench();
  const text = readFileSync(file(), 'utf8');
  rmSync(file());
  const row = page.locator('.scm-view .monaco-list-row', { hasText: taxonomy });
  await row.waitFor();
  await chooseInMenu(row, 'Compare by Meaning');
  expect(await shown(/^2\.3\.0 \(HEAD\) → now$/)).toEqual(['guideline-removed']);
  writeFileSync(file(), text);
});

it('the line above a guideline that differs from its last approved version; hovering over a label tells since when', async () => {
  const { page } = workbench();
  await closeEditors();
  await openFile(page, taxonomy);
  const line = readFileSync(file(), 'utf8').split('\n').indexOf('  pneumothorax:') + 1;
  await until('a hover that knows the history', async () => {
    const text = await hoverAt(page, { line, column: 5 });
    return text.includes('Its definition or criteria have changed since version 2.3.0') || undefined;
  });
  await page.keyboard.press('Escape');
  await goTo(page, { line: 1, column: 1 });
  const lens = page.locator('.codelens-decoration a', { hasText: 'Review since approved 2.3.0: 1 review.' });
  // The line is drawn anew while the editor settles, and a click on the old one is lost.
  await until('the panel', async () => {
    await lens.click();
    const panel = page.locator('.tab.active', { hasText: 'Compare:' });
    return panel.waitFor({ timeout: 3000 }).then(
      () => true,
      () => undefined,
    );
  });
  expect(await shown(/^2\.3\.0 \([0-9a-f]{8}\) → 2\.3\.0 \(now\)$/)).toEqual(['exclusion-removed']);
  git('checkout', '--quiet', '--', taxonomy);
});

it('two files that are chosen in the explorer, the lower version first', async () => {
  const { page } = workbench();
  await closeEditors();
  writeFileSync(join(workbench().workspace, 'zz-older.taxonomy.yaml'), git('show', `HEAD~1:${taxonomy}`));
  await runCommand(page, 'File: Focus on Files Explorer');
  const row = (name: string) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  await row('zz-older.taxonomy.yaml').waitFor();
  await row(taxonomy).click();
  await page.locator(`.tab.active[data-resource-name="${taxonomy}"]`).waitFor();
  await row('zz-older.taxonomy.yaml').click({ modifiers: ['ControlOrMeta'] });
  await chooseInMenu(row('zz-older.taxonomy.yaml'), 'Compare Two Guidelines…');
  expect(
    await shown(
      /^2\.2\.0 \(zz-older\.taxonomy\.yaml\) → 2\.3\.0 \(chest-xray\.taxonomy\.yaml\)$/,
      `Compare: zz-older.taxonomy.yaml ↔ ${taxonomy}`,
    ),
  ).toEqual(['exclusion-added', 'version-changed']);
});
