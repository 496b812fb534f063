import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { provideCompletion } from '../../../server/src/language/completion';
import { provideDefinition } from '../../../server/src/language/definition';
import { provideDocumentColors } from '../../../server/src/language/documentColors';
import { provideDocumentLinks } from '../../../server/src/language/documentLinks';
import { provideDocumentSymbols } from '../../../server/src/language/documentSymbols';
import { provideHover } from '../../../server/src/language/hover';
import { providePreview } from '../../../server/src/language/preview';
import { provideReferences } from '../../../server/src/language/references';
import { prepareRename } from '../../../server/src/language/rename';
import type { Position } from '../../../server/src/yaml/position';
import { contains } from '../../../server/src/yaml/position';
import { createText } from '../../../server/src/yaml/text';
import { protocol, taxonomy } from './guidelines';
import { notCancelled, uriOf, workspaceOf } from './markers';

const more = `  device:
    name: Device
    synonyms: [line, tube]
    translations: {de: {name: Gerät}}
    geometry: [keypoints]
    keypoints: [tip, hub]
    skeleton: [[tip, hub]]
    dicom:
      category: 'SCT:49755003 |Morphologically Altered Structure|'
    deprecated: {since: 2.0.0, replacedBy: {pneumothorax: {side: left}}, reason: "Merged: one label"}
    x-note: |
      Anything, [[even]] this: # no comment
`;

type Session = ReturnType<typeof workspaceOf>;

/** Types a text character by character into an open document and gives what is wrong with the answers at each one. */
async function faultsWhileTyping(name: string, text: string, files: Record<string, string> = {}): Promise<string[]> {
  const session = workspaceOf(files);
  const uri = uriOf(name);
  session.workspace.open(uri, '');
  const faults: string[] = [];
  let position: Position = { line: 0, character: 0 };
  for (let length = 1; length <= text.length; length++) {
    const change = { range: { start: position, end: position }, text: text.slice(length - 1, length) };
    session.workspace.change(uri, [change]);
    position = createText(text.slice(0, length)).positionAt(length);
    for (const fault of await askAll(session, uri, position))
      faults.push(`${JSON.stringify(text.slice(0, length))}: ${fault}`);
  }
  return faults;
}

/** Asks for everything at a position, and gives what does not hold that must hold for every answer. */
async function askAll({ workspace, fileSystem }: Session, uri: string, position: Position): Promise<string[]> {
  const faults: string[] = [];
  const { items } = await provideCompletion(workspace, fileSystem, uri, position, notCancelled);
  for (const { textEdit, label } of items) {
    const { range } = textEdit as TextEdit;
    if (label === '' || range.start.line !== range.end.line || !contains(range, position))
      faults.push(`item ‘${label}’`);
  }
  const hover = await provideHover(workspace, uri, position, notCancelled);
  if (hover?.range && !contains(hover.range, position)) faults.push('hover');
  for (const { range, selectionRange, name } of await provideDocumentSymbols(workspace, uri, notCancelled)) {
    if (name === '' || !contains(range, selectionRange.start) || !contains(range, selectionRange.end))
      faults.push(`symbol ‘${name}’`);
  }
  const rename = await prepareRename(workspace, uri, position, notCancelled);
  if (rename && !contains(rename.range, position)) faults.push('rename');
  await provideDefinition(workspace, uri, position, notCancelled);
  await provideReferences(workspace, uri, position, { includeDeclaration: true }, notCancelled);
  await provideDocumentColors(workspace, uri, notCancelled);
  await provideDocumentLinks(workspace, uri, notCancelled);
  await providePreview(workspace, fileSystem, { uri }, notCancelled);
  return faults;
}

// Some two thousand texts are parsed: a busy machine takes its time over them.
describe('while a guideline is typed character by character', { timeout: 60_000 }, () => {
  it('a taxonomy is answered at every character', async () => {
    expect((taxonomy + more).split('\n').length).toBeGreaterThanOrEqual(60);
    expect(await faultsWhileTyping('a.taxonomy.yaml', taxonomy + more)).toEqual([]);
  });

  it('a protocol is answered at every character', async () => {
    expect(await faultsWhileTyping('p.protocol.yaml', protocol, { 'chest.taxonomy.yaml': taxonomy })).toEqual([]);
  });

  it('every key of a label is offered before it is typed', async () => {
    const lines = (taxonomy + more).split('\n');
    const start = lines.indexOf('labels:');
    for (const [line, text] of lines.entries()) {
      const key = /^ {4}([a-zA-Z]+):/.exec(text)?.[1];
      if (line < start || key === undefined) continue;
      const { workspace, fileSystem, uri, position } = workspaceOf({
        'a.taxonomy.yaml': `${[...lines.slice(0, line), '    <|>', ...lines.slice(line + 1)].join('\n')}`,
      });
      const { items } = await provideCompletion(workspace, fileSystem, uri, position, notCancelled);
      expect(items.map(({ label }) => label)).toContain(key);
    }
  });

  it.each([
    ['nothing but brackets', '[{[{"\'[{'],
    ['a flow document', '{taxonomy: a, labels: {x: {parent: x}}}'],
    ['tabs', 'taxonomy: a\nlabels:\n\tx:\n\t\tname: X\n'],
    ['lone CR', 'taxonomy: a\rlabels:\r  x:\r    parent: x\r'],
    ['a byte order mark', '\uFEFFtaxonomy: a\nlabels:\n  x: {parent: x}\n'],
    ['half a surrogate', 'taxonomy: "\ud83e"\nlabels:\n  \ud83e: {parent: \ud83e}\n'],
    [
      'dangerous keys',
      'taxonomy: a\nlabels:\n  __proto__: {parent: constructor}\n  constructor: {parent: __proto__}\n',
    ],
    ['anchors and aliases', 'a: &a [*a, *a]\nlabels: {<<: *a, x: *a}\n'],
    ['two documents', 'taxonomy: a\n---\ntaxonomy: b\n'],
    ['numbers as ids', 'taxonomy: 1\nlabels:\n  10: {parent: 2}\n  2: {parent: [10, 3.0]}\n'],
    ['lists where maps belong', 'taxonomy: [a]\nlabels:\n  - a\n  - b: {parent: a}\nimports: a\nattributes: [x, y]\n'],
    ['complex keys', '? [a, b]\n: c\n? {d: e}\n: f\n'],
    ['nested hyphens', 'taxonomy: a\nimports:\n- - - - a\n  - b\n -\n'],
  ])('%s are answered', async (_title, text) => {
    expect(await faultsWhileTyping('a.taxonomy.yaml', text)).toEqual([]);
  });
});
