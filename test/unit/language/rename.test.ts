import { describe, expect, it } from 'vitest';
import { prepareRename, provideRename } from '../../../server/src/language/rename';
import { protocol, taxonomy } from './guidelines';
import { cancelledAfter, edited, notCancelled, uriOf, workspaceOf } from './markers';

async function rename(files: Record<string, string>, newName: string) {
  const { workspace, uri, position, texts } = workspaceOf(files);
  const result = await provideRename(workspace, uri, position, newName, notCancelled);
  if (!result || 'refused' in result) return { refused: result?.refused, after: undefined };
  const after: Record<string, string> = {};
  for (const [file, edits] of Object.entries(result.edit.changes ?? {}))
    after[file] = edited(texts.get(file) ?? '', edits);
  return { refused: undefined, after };
}

describe('prepareRename', () => {
  it.each([
    ['an id', 'taxonomy: a\nlabels:\n  <|skin<|>-fold|>: {name: F}\n', 'skin-fold'],
    [
      'an id in quotes, without them',
      "taxonomy: a\nlabels:\n  fold: {name: F}\n  x: {parent: '<|fo<|>ld|>'}\n",
      'fold',
    ],
    ['an attribute', 'taxonomy: a\nlabels:\n  fold: {attributes: {<|wi<|>dth|>: {type: number}}}\n', 'width'],
  ])('gives the exact range of %s', async (_title, text, placeholder) => {
    const { workspace, uri, position, places } = workspaceOf({ 'a.taxonomy.yaml': text });
    expect(await prepareRename(workspace, uri, position, notCancelled)).toEqual({
      range: places[0]?.range,
      placeholder,
    });
  });

  it.each([
    ['a key of the format', 'taxonomy: a\nla<|>bels:\n  fold: {name: F}\n'],
    ['an unknown label', 'taxonomy: a\nlabels:\n  fold: {parent: no<|>ne}\n'],
    ['words', 'taxonomy: a\nlabels:\n  fold: {name: Skin <|>fold}\n'],
  ])('refuses %s', async (_title, text) => {
    const { workspace, uri, position } = workspaceOf({ 'a.taxonomy.yaml': text });
    expect(await prepareRename(workspace, uri, position, notCancelled)).toBeUndefined();
  });
});

describe('rename', () => {
  it('renames a label across files and keeps the quotes', async () => {
    const { after } = await rename(
      {
        'chest.taxonomy.yaml': taxonomy.replace('  pneumothorax:', '  pneumo<|>thorax:'),
        'ptx.protocol.yaml': protocol,
      },
      'collapsed-lung',
    );
    expect(after).toEqual({
      [uriOf('chest.taxonomy.yaml')]: taxonomy
        .replace('  pneumothorax:', '  collapsed-lung:')
        .replace("['pneumothorax']", "['collapsed-lung']"),
      [uriOf('ptx.protocol.yaml')]: protocol
        .replace('  pneumothorax:', '  collapsed-lung:')
        .replaceAll('[pneumothorax', '[collapsed-lung')
        .replace('"pneumothorax"', '"collapsed-lung"'),
    });
  });

  it('can start from a protocol', async () => {
    const { after } = await rename(
      {
        'chest.taxonomy.yaml': taxonomy,
        'ptx.protocol.yaml': protocol.replace('[[pneumothorax.width', '[[pneumo<|>thorax.width'),
      },
      'ptx',
    );
    expect(Object.keys(after ?? {})).toEqual([uriOf('chest.taxonomy.yaml'), uriOf('ptx.protocol.yaml')]);
    expect(after?.[uriOf('ptx.protocol.yaml')]).toContain('Mark every [[ptx]] and measure [[ptx.width]].');
  });

  it('renames an attribute with its conditions and its uses in protocols', async () => {
    const { after } = await rename(
      { 'chest.taxonomy.yaml': taxonomy.replace('      width:', '      wi<|>dth:'), 'ptx.protocol.yaml': protocol },
      'distance',
    );
    expect(after).toEqual({
      [uriOf('chest.taxonomy.yaml')]: taxonomy.replaceAll('width', 'distance'),
      [uriOf('ptx.protocol.yaml')]: protocol
        .replace('{width:', '{distance:')
        .replaceAll('pneumothorax.width', 'pneumothorax.distance'),
    });
  });

  it('renames a shared attribute in all labels', async () => {
    const { after } = await rename(
      { 'a.taxonomy.yaml': taxonomy.replace('      side: req', '      si<|>de: req') },
      'laterality',
    );
    expect(after).toEqual({ [uriOf('a.taxonomy.yaml')]: taxonomy.replaceAll('side:', 'laterality:') });
  });

  it('renames a role, a stage and an image in the protocol', async () => {
    const files = (text: string) => ({ 'ptx.protocol.yaml': text });
    const uri = uriOf('ptx.protocol.yaml');
    const role = await rename(files(protocol.replace('role: reader', 'role: re<|>ader')), 'annotator');
    expect(role.after?.[uri]).toBe(
      protocol.replace('role: reader', 'role: annotator').replace('  reader:', '  annotator:'),
    );
    const stage = await rename(files(protocol.replace('  first:', '  fi<|>rst:')), 'blind');
    expect(stage.after?.[uri]).toBe(protocol.replaceAll('first', 'blind'));
    const image = await rename(files(protocol.replace('[frontal]', '[fro<|>ntal]')), 'pa');
    expect(image.after?.[uri]).toBe(protocol.replaceAll('frontal', 'pa'));
  });

  it('writes a plain id where an escape makes the quotes unreadable', async () => {
    const { after } = await rename(
      { 'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  f<|>: {name: F}\n  x: {parent: "\\x66"}\n' },
      'g',
    );
    expect(after?.[uriOf('a.taxonomy.yaml')]).toBe('taxonomy: a\nlabels:\n  g: {name: F}\n  x: {parent: g}\n');
  });

  it.each([
    ['Skin-Fold', 'An id is lower-case letters, digits and hyphens, and begins with a letter, such as ‘skin-fold’.'],
    ['skin fold', 'An id is lower-case letters, digits and hyphens, and begins with a letter, such as ‘skin-fold’.'],
    ['2nd', 'An id is lower-case letters, digits and hyphens, and begins with a letter, such as ‘skin-fold’.'],
    ['', 'An id is lower-case letters, digits and hyphens, and begins with a letter, such as ‘skin-fold’.'],
    ['no', '‘no’ is not text in YAML. Choose another id.'],
    ['skin-fold', 'There is a label ‘skin-fold’ already, in a.taxonomy.yaml. Choose another id.'],
  ])('refuses ‘%s’', async (newName, sentence) => {
    const { refused } = await rename(
      { 'a.taxonomy.yaml': taxonomy.replace('  pneumothorax:', '  pneumo<|>thorax:') },
      newName,
    );
    expect(refused).toBe(sentence);
  });

  it('refuses an id that a taxonomy which imports this one has taken', async () => {
    const { refused } = await rename(
      {
        'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  f<|>: {name: F}\n',
        'b.taxonomy.yaml': 'taxonomy: b\nimports:\n  - file: a.taxonomy.yaml\nlabels:\n  g: {name: G}\n',
      },
      'g',
    );
    expect(refused).toBe('There is a label ‘g’ already, in b.taxonomy.yaml. Choose another id.');
  });

  it.each([
    [
      'attributes:\n  <|>side: {type: choice}\n  grade: {type: ordinal}\n',
      'There is a shared attribute ‘grade’ already. Choose another id.',
    ],
    [
      'labels:\n  f: {attributes: {<|>side: {type: text}}}\n  g: {parent: f, attributes: {grade: {type: text}}}\n',
      'The label ‘g’ has an attribute ‘grade’ already. Choose another id.',
    ],
  ])('refuses an attribute’s id that is taken', async (text, sentence) => {
    expect((await rename({ 'a.taxonomy.yaml': `taxonomy: a\n${text}` }, 'grade')).refused).toBe(sentence);
  });

  it('refuses a role’s id that is taken', async () => {
    const text = 'protocol: p\nroles:\n  <|>a: {count: 1}\n  b: {count: 1}\n';
    expect((await rename({ 'p.protocol.yaml': text }, 'b')).refused).toBe(
      'There is a role ‘b’ already. Choose another id.',
    );
  });

  it('says when there is nothing to rename', async () => {
    expect((await rename({ 'a.taxonomy.yaml': 'taxonomy: a\nti<|>tle: A\n' }, 'b')).refused).toBe(
      'There is no id here that could be renamed.',
    );
    expect((await rename({ 'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  f: {parent: <|>g}\n' }, 'b')).refused).toBe(
      '‘g’ is not defined anywhere, so that it cannot be renamed.',
    );
  });

  it('changes nothing for the same id, and stops when it is cancelled', async () => {
    const { workspace, uri, position } = workspaceOf({
      'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  f<|>: {name: F}\n',
    });
    expect(await provideRename(workspace, uri, position, 'f', notCancelled)).toEqual({ edit: { changes: {} } });
    expect(await provideRename(workspace, uri, position, 'g', cancelledAfter(1))).toBeUndefined();
  });
});
