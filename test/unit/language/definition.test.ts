import { describe, expect, it } from 'vitest';
import { locationsOf, provideDefinition } from '../../../server/src/language/definition';
import { cancelledAfter, notCancelled, uriOf, workspaceOf } from './markers';
import { protocol, taxonomy } from './guidelines';

async function definitions(files: Record<string, string>) {
  const { workspace, uri, position, places } = workspaceOf(files);
  const links = await provideDefinition(workspace, uri, position, notCancelled);
  return { links, places };
}

/** Marks the first occurrence of `at` with a cursor at its start, shifted by `shift`. */
function cursorAt(text: string, at: string, shift = 0): string {
  const index = text.indexOf(at) + shift;
  return `${text.slice(0, index)}<|>${text.slice(index)}`;
}

describe('definition', () => {
  it('gives the id, its entry and where the link starts', async () => {
    const { links } = await definitions({
      'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  finding:\n    name: Finding\n  ptx:\n    parent: fin<|>ding\n',
    });
    expect(links).toEqual([
      {
        originSelectionRange: { start: { line: 5, character: 12 }, end: { line: 5, character: 19 } },
        targetUri: uriOf('a.taxonomy.yaml'),
        targetRange: { start: { line: 2, character: 2 }, end: { line: 3, character: 17 } },
        targetSelectionRange: { start: { line: 2, character: 2 }, end: { line: 2, character: 9 } },
      },
    ]);
  });

  it.each([
    ['a list of parents', 'taxonomy: a\nlabels:\n  <|finding|>: {name: F}\n  ptx: {parent: [fi<|>nding]}\n'],
    ['quotes', "taxonomy: a\nlabels:\n  <|finding|>: {name: F}\n  ptx: {parent: 'fi<|>nding'}\n"],
    ['a part', 'taxonomy: a\nlabels:\n  <|lung|>: {name: L}\n  lobe: {partOf: lun<|>g}\n'],
    ['disjointWith', 'taxonomy: a\nlabels:\n  <|normal|>: {name: N}\n  ptx: {disjointWith: [<|>normal]}\n'],
    ['a key of confusedWith', 'taxonomy: a\nlabels:\n  <|fold|>: {name: N}\n  ptx: {confusedWith: {fo<|>ld: words}}\n'],
    [
      'replacedBy',
      'taxonomy: a\nlabels:\n  <|ptx|>: {name: N}\n  old: {deprecated: {since: 1.0.0, replacedBy: pt<|>x}}\n',
    ],
    [
      'replacedBy as a map',
      'taxonomy: a\nlabels:\n  <|ptx|>: {name: N}\n  old: {deprecated: {replacedBy: {pt<|>x: {side: left}}}}\n',
    ],
    ['the label itself', 'taxonomy: a\nlabels:\n  <|pt<|>x|>: {name: N}\n'],
    [
      'a shared attribute',
      'taxonomy: a\nattributes:\n  <|side|>: {type: choice}\nlabels:\n  ptx: {attributes: {si<|>de: required}}\n',
    ],
    [
      'per',
      'taxonomy: a\nattributes:\n  <|side|>: {type: choice}\nlabels:\n  ptx: {per: si<|>de, attributes: {side: required}}\n',
    ],
    [
      'a condition',
      'taxonomy: a\nlabels:\n  ptx: {attributes: {<|width|>: {type: number}, d: {when: {wi<|>dth: 1}}}}\n',
    ],
    [
      'an alternative condition',
      'taxonomy: a\nlabels:\n  ptx: {attributes: {<|width|>: {type: number}, d: {when: [{wi<|>dth: 1}]}}}\n',
    ],
    [
      'an inherited attribute',
      'taxonomy: a\nlabels:\n  f: {attributes: {<|width|>: {type: number}}}\n  ptx: {parent: f, attributes: {d: {derivedFrom: [wi<|>dth]}}}\n',
    ],
  ])('follows %s', async (_title, text) => {
    const { links, places } = await definitions({ 'a.taxonomy.yaml': text });
    expect(locationsOf(links)).toEqual(places);
  });

  it('leads into an imported taxonomy', async () => {
    const { links, places } = await definitions({
      'a.taxonomy.yaml': 'taxonomy: a\nimports:\n  - file: b.taxonomy.yaml\nlabels:\n  ptx: {parent: fi<|>nding}\n',
      'b.taxonomy.yaml': 'taxonomy: b\nlabels:\n  <|finding|>: {name: F}\n',
    });
    expect(locationsOf(links)).toEqual(places);
  });

  it.each([
    ['a key of labels', '  pneumothorax:\n    when', 4, '  pneumothorax:\n    name', 'chest.taxonomy.yaml'],
    ['a sample', 'shows: [pneumothorax]', 9, '  pneumothorax:\n    name', 'chest.taxonomy.yaml'],
    ['a link in the instructions', '[[pneumothorax]]', 3, '  pneumothorax:\n    name', 'chest.taxonomy.yaml'],
    ['the attribute of a link', '[[pneumothorax.width]]', 17, '  width:\n        type', 'chest.taxonomy.yaml'],
    ['the label of label.attribute', '[pneumothorax.width,', 3, '  pneumothorax:\n    name', 'chest.taxonomy.yaml'],
    ['the attribute of label.attribute', '[pneumothorax.width,', 16, '  width:\n        type', 'chest.taxonomy.yaml'],
    ['a condition on a label', 'when: {width', 8, '  width:\n        type', 'chest.taxonomy.yaml'],
    ['an image', 'on: [frontal', 6, '  frontal:', 'ptx.protocol.yaml'],
    ['a role', 'role: reader', 8, '  reader:', 'ptx.protocol.yaml'],
    ['a stage', 'of: first', 5, '  first:\n    stage', 'ptx.protocol.yaml'],
    ['a stage that is seen', 'sees: [first', 8, '  first:\n    stage', 'ptx.protocol.yaml'],
  ])('leads from a protocol by %s', async (_title, at, shift, target, file) => {
    const texts: Record<string, string> = { 'chest.taxonomy.yaml': taxonomy, 'ptx.protocol.yaml': protocol };
    const { links } = await definitions({ ...texts, 'ptx.protocol.yaml': cursorAt(protocol, at, shift) });
    const before = (texts[file] ?? '').slice(0, (texts[file] ?? '').indexOf(target)).split('\n');
    const start = { line: before.length - 1, character: (before[before.length - 1] ?? '').length + 2 };
    expect(locationsOf(links).map(({ uri, range }) => ({ uri, start: range.start }))).toEqual([
      { uri: uriOf(file), start },
    ]);
  });

  it.each([
    ['words', 'taxonomy: a\nlabels:\n  ptx: {confusedWith: {a fo<|>ld: words}}\n'],
    ['an unknown label', 'taxonomy: a\nlabels:\n  ptx: {parent: fi<|>nding}\n'],
    ['a missing value', 'taxonomy: a\nlabels:\n  ptx:\n    parent: <|>\n'],
    ['a title', 'taxonomy: a\ntitle: A <|>title\n'],
    ['nothing', '<|>'],
  ])('gives nothing for %s', async (_title, text) => {
    expect((await definitions({ 'a.taxonomy.yaml': text })).links).toEqual([]);
  });

  it('stops when it is cancelled', async () => {
    const { workspace, uri, position } = workspaceOf({
      'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  f<|>: {name: F}\n',
    });
    expect(await provideDefinition(workspace, uri, position, cancelledAfter(0))).toEqual([]);
    expect(await provideDefinition(workspace, uri, position, cancelledAfter(1))).toEqual([]);
    expect(await provideDefinition(workspace, uri, position, cancelledAfter(2))).toHaveLength(1);
  });
});
