import { describe, expect, it } from 'vitest';
import type { YamlDocument } from '../../../server/src/yaml/document';
import { entryOf, valueAt } from '../../../server/src/yaml/node';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { expectSameAsFresh } from './support/laws';
import { taxonomyText } from './support/taxonomy';

/** A document of so many labels, and what is read of it from now on. */
function taxonomy(labels: number): { document: YamlDocument; read: string[] } {
  const read: string[] = [];
  const document = parseYaml(taxonomyText(labels), { onRead: (text) => read.push(text) });
  read.length = 0;
  return { document, read };
}

/** Replaces so many characters, from the first place of `found` in the document on. */
function replace(document: YamlDocument, found: string, length: number, text: string, offset = 0): YamlDocument {
  const start = document.text.slice().indexOf(found) + offset;
  const range = { start: document.text.positionAt(start), end: document.text.positionAt(start + length) };
  return document.edit([{ range, text }]);
}

describe('an edit', { timeout: 60_000 }, () => {
  it('reads every block once when a document is opened', () => {
    const read: string[] = [];
    parseYaml(taxonomyText(10), { onRead: (text) => read.push(text) });
    expect(read.join('')).toBe(taxonomyText(10));
    expect(read).toHaveLength(15);
  });

  it.each([0, 1, 2, 3, 50, 99])('inside label %i reads that label only', (i) => {
    const { document, read } = taxonomy(100);
    const edited = replace(document, `name: Label ${i}\n`, 0, 'x', 6);
    expect(read).toHaveLength(1);
    expect(read[0]).toContain(`name: xLabel ${i}\n`);
    expectSameAsFresh(edited);
  });

  it.each([
    ['opens a quote', 'name: Label 50', 0, '"', 6],
    ['breaks a key', 'label-50:', 1, '', 8],
    ['changes a key', 'label-50:', 0, 'x', 0],
    ['takes a line away', '    name: Label 50\n', 18, '', 0],
    ['adds a line', '    name: Label 50\n', 0, '    scope: image\n', 0],
    ['adds a label', '  label-50:\n', 0, '  new:\n    name: New\n', 0],
    ['adds half a label', '  label-50:\n', 0, '  ne\n', 0],
    ['adds a label before the first', '  label-0:\n', 0, '  new:\n    name: New\n', 0],
    ['adds half a label before the first', '  label-0:\n', 0, '  ne\n', 0],
    ['indents the first label', '  label-0:\n', 0, ' ', 0],
    ['starts a section in the middle', '  label-50:\n', 0, 'more:\n', 0],
    ['joins two labels', '  label-50:\n', 12, '', 0],
    ['adds a marker', '  label-50:\n', 0, '---\n', 0],
  ])('that %s reads three blocks at most', (_, found, length, text, offset) => {
    const { document, read } = taxonomy(100);
    const edited = replace(document, found, length, text, offset);
    expect(read.length).toBeLessThanOrEqual(3);
    expectSameAsFresh(edited);
    read.length = 0;
    const start = edited.text.slice().indexOf(text === '' ? 'parent' : text);
    expectSameAsFresh(
      edited.edit([{ range: { start: edited.text.positionAt(start), end: edited.text.positionAt(start) }, text: ' ' }]),
    );
  });

  it('keeps the nodes of all other blocks, and tells which', () => {
    const { document } = taxonomy(10);
    const edited = replace(document, 'Label 5', 0, 'x');
    for (let i = 0; i < 10; i++) {
      const before = valueAt(document.root, 'labels', `label-${i}`);
      const after = valueAt(edited.root, 'labels', `label-${i}`);
      expect(after === before).toBe(i !== 5);
      expect(before && edited.holds(before)).toBe(i !== 5);
    }
    expect(valueAt(edited.root, 'title')).toBe(valueAt(document.root, 'title'));
  });

  it('moves what stands below it', () => {
    const { document } = taxonomy(10);
    const label = entryOf(valueAt(document.root, 'labels'), 'label-7');
    const edited = replace(document, '  label-2:', 0, '  more:\n    name: More\n');
    expect(document.range(label!.key)).toEqual({ start: { line: 75, character: 2 }, end: { line: 75, character: 9 } });
    expect(edited.range(label!.key)).toEqual({ start: { line: 77, character: 2 }, end: { line: 77, character: 9 } });
    expect(edited.textOf(label!.key)).toBe('label-7');
  });

  it('refuses spans of what it did away with', () => {
    const { document } = taxonomy(10);
    const label = valueAt(document.root, 'labels', 'label-5');
    const edited = replace(document, 'Label 5', 0, 'x');
    expect(() => edited.range(label!)).toThrow('not of this version');
    expect(document.range(label!).start).toEqual({ line: 56, character: 4 });
  });

  it('finds a key that is written again far away, and forgets it', () => {
    const { document, read } = taxonomy(100);
    const twice = replace(document, 'label-90:', 8, 'label-3');
    expect(twice.errors.map((error) => [error.code, twice.range(error).start])).toEqual([
      ['DUPLICATE_KEY', { line: 905, character: 2 }],
    ]);
    expect(valueAt(twice.root, 'labels', 'label-3', 'name')).toMatchObject({ value: 'Label 3' });
    const mended = replace(twice, '  label-3:', 9, '  label-2');
    expect(mended.errors.map((error) => mended.range(error).start.line)).toEqual([35]);
    expect(replace(mended, '  label-2:', 9, '  label-1').errors).toHaveLength(1);
    expect(read).toHaveLength(3);
  });

  it('goes on after a thousand insertions in one place', () => {
    let { document } = taxonomy(3);
    for (let i = 0; i < 1000; i++) document = replace(document, '  label-1:', 0, `  n${i}:\n    name: N\n`);
    expectSameAsFresh(document);
  });

  it('follows a text that is typed character by character', () => {
    let document = parseYaml('');
    for (const character of taxonomyText(2)) {
      const end = document.text.positionAt(document.text.length);
      document = document.edit([{ range: { start: end, end }, text: character }]);
      expectSameAsFresh(document);
    }
    expect(document.errors).toEqual([]);
  });
});
