import { expect, it } from 'vitest';
import { openFile } from './editor';
import { useWorkbench } from './harness';

const workbench = useWorkbench();

it('knows a taxonomy by its name', async () => {
  const { page } = workbench();

  await openFile(page, 'chest-xray.taxonomy.yaml');

  const language = page.locator('#status\\.editor\\.mode');
  await language.waitFor();
  expect(await language.innerText()).toBe('Label Taxonomy');
});
