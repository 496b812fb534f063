import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFile, pick, runCommand, webview } from './editor';
import { useWorkbench } from './harness';
import { until } from './until';

const taxonomy = 'chest-xray.taxonomy.yaml';

/** In the first commit a pneumothorax may be boxed, and bullae count; a label is missing. */
function olderVersion(folder: string): void {
  const path = join(folder, taxonomy);
  const text = readFileSync(path, 'utf8');
  const older = text
    .replace('    geometry: [mask, polygon]\n    include:\n      - A visible pleural line', '    geometry: [mask, polygon, box]\n    include:\n      - A visible pleural line')
    .replace('      - Gas inside the lung, such as a bulla or a cyst\n', '')
    .replace('version: 2.3.0', 'version: 2.2.0');
  if (older === text) throw new Error('the example has changed: nothing is older in it');
  writeFileSync(path, older);
}

const workbench = useWorkbench({ before: olderVersion });

it('compares with a revision, and leads to both versions', async () => {
  const { page, workspace } = workbench();
  await openFile(page, taxonomy);
  await runCommand(page, 'Labelwright: Compare with Revision…');
  await until('the older revision in the list', async () => {
    const rows = page.locator('.quick-input-list .monaco-list-row');
    return (await rows.count()) >= 2 || undefined;
  });
  await page.locator('.quick-input-list .monaco-list-row').getByText('An earlier version').first().click();

  const frame = await until('the page of the changes', async () =>
    page.frames().find((each) => each.name() !== '' && each.url().includes('fake.html')),
  );
  expect(frame).toBeDefined();
  void pick;
  void webview;
  void workspace;
});
