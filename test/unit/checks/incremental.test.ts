import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { taxonomyText } from '../../../server/src/checks/rules/examples';
import { edit, taxonomies } from './support/arbitrary';
import { expectSameAsFresh, openFiles, uriOf } from './support/kept';

const paths = ['a.taxonomy.yaml', 'b.taxonomy.yaml'];
const example = readFileSync(
  join(import.meta.dirname, '../../../examples/chest-xray/chest-xray.taxonomy.yaml'),
  'utf8',
);

describe('what is found after edits', { timeout: 120_000 }, () => {
  it('is what is found in the same texts at once', async () => {
    await fc.assert(
      fc.asyncProperty(taxonomies, fc.array(edit, { minLength: 1, maxLength: 10 }), async ([own, imported], edits) => {
        const files = openFiles({ 'a.taxonomy.yaml': own, 'b.taxonomy.yaml': imported });
        await expectSameAsFresh(files, paths);
        for (const { first, edit: change } of edits) {
          const path = paths[first ? 0 : 1] ?? '';
          files.edit(path, change(files.text(path)));
          await expectSameAsFresh(files, paths);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is so too when several edits come before the next look', async () => {
    await fc.assert(
      fc.asyncProperty(taxonomies, fc.array(edit, { minLength: 2, maxLength: 12 }), async ([own, imported], edits) => {
        const files = openFiles({ 'a.taxonomy.yaml': own, 'b.taxonomy.yaml': imported });
        await files.problems('a.taxonomy.yaml');
        for (const [index, { first, edit: change }] of edits.entries()) {
          const path = paths[first ? 0 : 1] ?? '';
          files.edit(path, change(files.text(path)));
          if (index % 4 === 3) await expectSameAsFresh(files, paths);
        }
        await expectSameAsFresh(files, paths);
      }),
      { numRuns: 100 },
    );
  });

  it('is so in the example', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const files = openFiles({ 'a.taxonomy.yaml': example });
        await files.problems('a.taxonomy.yaml');
        for (const { edit: change } of edits) {
          files.edit('a.taxonomy.yaml', change(files.text('a.taxonomy.yaml')));
          await expectSameAsFresh(files, ['a.taxonomy.yaml']);
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** A group with so many labels in it. */
function manyLabels(count: number): string {
  const labels = Array.from(
    { length: count },
    (_, i) =>
      `  label-${i}:\n    name: Label ${i}\n    definition: The one of number ${i}.\n    parent: group\n    value: ${i + 1}\n`,
  );
  return taxonomyText(`labels:\n  group:\n    name: Group\n    abstract: true\n${labels.join('')}`);
}

describe('the labels that an edit makes to be checked', () => {
  async function checkedAfter(found: string, replacement: string, text = manyLabels(50)): Promise<string[]> {
    const files = openFiles({ 'a.taxonomy.yaml': text });
    await files.problems('a.taxonomy.yaml');
    files.checked();
    const start = text.indexOf(found);
    files.edit('a.taxonomy.yaml', { start, end: start + found.length, text: replacement });
    await files.problems('a.taxonomy.yaml');
    const checked = files.checked();
    await expectSameAsFresh(files, ['a.taxonomy.yaml']);
    return checked;
  }
  const all = Array.from({ length: 50 }, (_, i) => `label-${i}`);

  it('are all of them, once, when a file is opened', async () => {
    const files = openFiles({ 'a.taxonomy.yaml': manyLabels(50) });
    await files.problems('a.taxonomy.yaml');
    expect(files.checked()).toEqual(['group', ...all]);
    await files.problems('a.taxonomy.yaml');
    expect(files.checked()).toEqual([]);
  });

  it.each([
    ['the definition of a label', 'number 7.', 'number 77.', ['label-7']],
    ['the name of a label', 'Label 7\n', 'Label of its own\n', ['label-7']],
    ['the name of a group', 'name: Group', 'name: Groups', ['group']],
    ['the head', 'title: ', 'title: Another ', []],
    ['the name of a label to that of another', 'Label 7\n', 'Label 3\n', ['label-7']],
    ['the name of a label to that of a later one', 'Label 3\n', 'Label 7\n', ['label-3', 'label-7']],
    ['a value to that of another', 'value: 8\n', 'value: 5\n', ['label-7']],
    ['the parent of a label', 'value: 8\n', 'value: 8\n    partOf: label-3\n', ['label-7']],
  ])('%s: only those that it affects', async (_what, found, replacement, expected) => {
    expect((await checkedAfter(found, replacement)).sort()).toEqual(expected);
  });

  it('the id of a group: its members too', async () => {
    expect(new Set(await checkedAfter('  group:', '  groups:'))).toEqual(new Set(['groups', ...all]));
  });

  it('a geometry that a group has for its members: those that have their own', async () => {
    const text = manyLabels(50).replace('value: 8\n', 'value: 8\n    geometry: [box]\n');
    const checked = await checkedAfter('abstract: true', 'abstract: true\n    geometry: [box, mask]', text);
    expect(checked).toContain('label-7');
  });

  it('a label that is deleted and written again: those that refer to it', async () => {
    const text = manyLabels(5).replace('value: 3\n', 'value: 3\n    disjointWith: [label-4]\n');
    const last = text.slice(text.indexOf('  label-4:'));
    const files = openFiles({ 'a.taxonomy.yaml': text });
    expect(await files.problems('a.taxonomy.yaml')).toEqual([]);
    files.checked();
    const start = text.length - last.length;
    files.edit('a.taxonomy.yaml', { start, end: text.length, text: '' });
    expect((await files.problems('a.taxonomy.yaml')).join()).toContain('There is no label “label-4”.');
    expect(files.checked()).toEqual(['label-2']);
    files.edit('a.taxonomy.yaml', { start, end: start, text: last });
    expect(await files.problems('a.taxonomy.yaml')).toEqual([]);
    expect(files.checked().sort()).toEqual(['label-2', 'label-4']);
  });
});

it('goes on where it was left off', async () => {
  const files = openFiles({ 'a.taxonomy.yaml': manyLabels(30) });
  const { checker, workspace } = files;
  for (let steps = 1; steps < 200; steps += 7) {
    const resolved = await workspace.resolve(uriOf('a.taxonomy.yaml'));
    const work = resolved && checker.steps(resolved, { base: 'recommended', levels: new Map(), waivers: [] });
    for (let step = 0; step < steps; step++) work?.next();
    const start = files.text('a.taxonomy.yaml').indexOf(`name: Label ${steps % 30}\n`);
    const name = steps % 3 === 0 ? 'name: Label 1' : 'name: Other';
    if (start > 0) files.edit('a.taxonomy.yaml', { start, end: start + 4, text: name });
  }
  await expectSameAsFresh(files, ['a.taxonomy.yaml']);
});
