import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { goTo, hoverAt, openFile, quickFix, replaceAt, squiggle, squiggles, visibleLines } from './editor';
import { useWorkbench } from './harness';
import { until } from './until';

const workbench = useWorkbench();

it('a taxonomy is known by its name, and has no problems', async () => {
  const { page } = workbench();
  await openFile(page, 'chest-xray.taxonomy.yaml');
  const language = page.locator('#status\\.editor\\.mode');
  await language.waitFor();
  expect(await language.innerText()).toBe('Label Taxonomy');
  expect(await squiggles(page)).toEqual([]);
});

it('a mistyped key is marked while it is typed, and the quick fix mends it', async () => {
  const { page } = workbench();
  await openFile(page, 'chest-xray.taxonomy.yaml');
  const lines = [...(await visibleLines(page))];
  const [line = 0, text = ''] = lines.find(([, each]) => each.startsWith('    definition:')) ?? [];
  expect(text).not.toBe('');
  await replaceAt(page, { line, column: 5 }, 'definition'.length, 'defintion');
  await squiggle(page, { line, severity: 'error', column: 5, endColumn: 14 });
  expect(await hoverAt(page, { line, column: 7 })).toContain('Did you mean “definition”?');
  await page.keyboard.press('Escape');
  await workbench().screenshot('problem-light');

  await quickFix(page, { line, column: 7 }, 'Change to “definition”');
  await until('the line to be mended', async () => (await visibleLines(page)).get(line) === text || undefined);
  await until('no squiggle', async () => (await squiggles(page)).length === 0 || undefined);
});

it('completion offers what fits the place', async () => {
  const { page, workspace } = workbench();
  await openFile(page, 'pneumothorax.protocol.yaml');
  const text = readFileSync(join(workspace, 'pneumothorax.protocol.yaml'), 'utf8').split('\n');
  const line = text.findIndex((each) => each.includes('shows: [pneumothorax, finding-present]')) + 1;
  const column = (text[line - 1] ?? '').indexOf('pneumothorax') + 1;
  await replaceAt(page, { line, column }, 'pneumothorax'.length, 'ski');
  const offer = page.locator('.suggest-widget .monaco-list-row').getByText('skin-fold').first();
  await until('the offer of skin-fold', async () => {
    await page.keyboard.press('ControlOrMeta+Space');
    return offer.waitFor({ timeout: 3000 }).then(
      () => true as const,
      () => undefined,
    );
  });
  await page.keyboard.press('Tab');
  await until(
    'skin-fold in the text',
    async () => (await visibleLines(page)).get(line)?.includes('[skin-fold,') || undefined,
  );
});

it('Enter after a key goes further in, after a value and a list item it does not', async () => {
  const { page, workspace } = workbench();
  const file = 'chest-xray.taxonomy.yaml';
  await openFile(page, file);
  const line = readFileSync(join(workspace, file), 'utf8').split('\n').indexOf('labels:') + 1;
  expect(line).toBeGreaterThan(0);
  const texts = ['my-label: # new', 'name: X', 'include:', '- one', '- two'];
  await goTo(page, { line, column: 'labels:'.length + 1 });
  for (const [index, text] of texts.entries()) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(text, { delay: 10 });
    // The next Enter looks at this line as it then stands.
    await until(
      `the line “${text}”`,
      async () => (await visibleLines(page)).get(line + 1 + index)?.includes(text) || undefined,
    );
    // A list of suggestions must not take the Enter that follows.
    await page.keyboard.press('Escape');
  }
  const typed = ['  my-label: # new', '    name: X', '    include:', '      - one', '      - two'];
  const shown = await until('the typed lines', async () => {
    const all = await visibleLines(page);
    const own = typed.map((_, index) => all.get(line + 1 + index)?.trimEnd());
    return own.at(-1)?.includes('two') ? own : undefined;
  });
  expect(shown).toEqual(typed);
});
