import { describe, expect, it } from 'vitest';
import { inTaxonomy } from './completing';
import { taxonomy } from './guidelines';

describe('a new label', () => {
  it('ends a new label on a line of its own, and offers the groups as its parent', async () => {
    const { labels, after } = await inTaxonomy(`${taxonomy}  <|>\n`);
    expect(labels).toEqual(['New label']);
    expect(after('New label')).toBe(
      `${taxonomy}  \${1:label-id}:\n    name: \${2:Name}\n    parent: \${3|finding|}\n    definition: >-\n      \${4:What it is.}\n    $0\n`,
    );
  });

  it('offers a new label at the margin, where the labels go on', async () => {
    const entry = '  ${1:label-id}:\n    name: ${2:Name}\n    definition: >-\n      ${3:What it is.}\n    $0';
    const behind = await inTaxonomy('taxonomy: a\nlabels:\n  x:\n    name: X\n\n<|>\n');
    expect(behind.labels[0]).toBe('New label');
    expect(behind.after('New label')).toBe(`taxonomy: a\nlabels:\n  x:\n    name: X\n\n${entry}\n`);
    const between = await inTaxonomy('taxonomy: a\nlabels:\n    x:\n        name: X\n<|>\n    y:\n        name: Y\n');
    expect(between.labels[0]).toBe('New label');
    expect(between.after('New label')).toMatch(/\n {4}\$\{1:label-id\}:\n {6}name: /);
  });

  it.each([
    ['within a label', 'labels:\n  x:\n    name: X\n<|>\n    scope: image\n'],
    ['behind another block', 'labels:\n  x:\n    name: X\nsource: [a]\n<|>\n'],
    ['before the labels', 'title: A\n<|>\nlabels:\n  x:\n    name: X\n'],
    ['behind labels in braces', 'labels: {x: {name: X}}\n<|>\n'],
  ])('offers no new label at the margin %s', async (_title, text) => {
    expect((await inTaxonomy(`taxonomy: a\n${text}`)).labels).not.toContain('New label');
  });
});
