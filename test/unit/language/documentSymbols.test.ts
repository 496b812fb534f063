/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import { provideDocumentSymbols } from '../../../server/src/language/documentSymbols';
import { contains } from '../../../server/src/yaml/position';
import { protocol, taxonomy } from './guidelines';
import { cancelledAfter, notCancelled, uriOf, workspaceOf } from './markers';

/** The texts of the example that comes with the product. */
const examples = import.meta.glob<string>('../../../examples/*/*.{taxonomy,protocol}.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const isWithin = (inner: Range, outer: Range) => contains(outer, inner.start) && contains(outer, inner.end);

async function symbolsOf(name: string, text: string) {
  const { workspace } = workspaceOf({ [name]: text });
  return provideDocumentSymbols(workspace, uriOf(name), notCancelled);
}

/** Names with the lines of their ranges, from 0. */
function outline(symbols: readonly DocumentSymbol[]): unknown[] {
  return symbols.map(({ name, range, children = [] }) => [
    `${name} ${range.start.line}-${range.end.line}`,
    ...outline(children),
  ]);
}

/** Editors look for the symbol at the cursor by going down through the ranges that hold it. */
function breadcrumbs(symbols: readonly DocumentSymbol[], line: number): string[] {
  const position = { line, character: 4 };
  const found = symbols.find(({ range }) => contains(range, position));
  return found ? [found.name, ...breadcrumbs(found.children ?? [], line)] : [];
}

describe('symbols of a taxonomy', () => {
  it('are the tree of labels', async () => {
    const symbols = await symbolsOf('chest.taxonomy.yaml', taxonomy);
    expect(outline(symbols)).toEqual([
      ['attributes 5-13', ['side 6-13']],
      ['finding 15-47', ['pneumothorax 21-43'], ['skin-fold 44-47']],
    ]);
  });

  it('carry name, kind and the range of the id', async () => {
    const symbols = await symbolsOf(
      'a.taxonomy.yaml',
      'taxonomy: a\nlabels:\n  group:\n    name: Group\n    abstract: true\n  old: {name: Old, parent: group, deprecated: {since: 1.0.0}}\n',
    );
    expect(symbols).toEqual([
      {
        name: 'group',
        detail: 'Group',
        kind: SymbolKind.Class,
        range: { start: { line: 2, character: 2 }, end: { line: 5, character: 61 } },
        selectionRange: { start: { line: 2, character: 2 }, end: { line: 2, character: 7 } },
        children: [
          {
            name: 'old',
            detail: 'Old',
            kind: SymbolKind.EnumMember,
            tags: [SymbolTag.Deprecated],
            range: { start: { line: 5, character: 2 }, end: { line: 5, character: 61 } },
            selectionRange: { start: { line: 5, character: 2 }, end: { line: 5, character: 5 } },
            children: [],
          },
        ],
      },
    ]);
  });

  it('lead to the label at every line that a label has', async () => {
    const text = `taxonomy: a
labels:
  finding: {name: F}
  ptx: {parent: finding}
  tension: {parent: ptx}
  device: {name: D}
  tube: {parent: device}
  late: {parent: finding}
`;
    const symbols = await symbolsOf('a.taxonomy.yaml', text);
    expect(outline(symbols)).toEqual([
      ['finding 2-4', ['ptx 3-4', ['tension 4-4']]],
      ['device 5-6', ['tube 6-6']],
      ['late 7-7'],
    ]);
    expect(breadcrumbs(symbols, 4)).toEqual(['finding', 'ptx', 'tension']);
    expect(breadcrumbs(symbols, 6)).toEqual(['device', 'tube']);
    // What stands far from its parent says what it is.
    expect(breadcrumbs(symbols, 7)).toEqual(['late']);
    expect(symbols.map(({ detail }) => detail)).toEqual(['F', 'D', 'is a finding']);
  });

  it('put a label with several parents under the one that it follows, and one of another file at the top', async () => {
    const text = 'taxonomy: a\nlabels:\n  a: {}\n  b: {}\n  c: {parent: [b, a]}\n  d: {parent: imported}\n';
    expect(outline(await symbolsOf('a.taxonomy.yaml', text))).toEqual([['a 2-2'], ['b 3-4', ['c 4-4']], ['d 5-5']]);
    const other = 'taxonomy: a\nlabels:\n  a: {}\n  b: {}\n  c: {name: C, parent: [a, b]}\n  d: {name: D, parent: a}\n';
    const symbols = await symbolsOf('a.taxonomy.yaml', other);
    expect(outline(symbols)).toEqual([['a 2-2'], ['b 3-4', ['c 4-4']], ['d 5-5']]);
    expect(symbols.map(({ detail }) => detail)).toEqual([undefined, undefined, 'D, is a a']);
  });

  it('show labels that are their own ancestors', async () => {
    const text = 'taxonomy: a\nlabels:\n  a: {parent: b}\n  b: {parent: a}\n  c: {parent: c}\n';
    expect(outline(await symbolsOf('a.taxonomy.yaml', text))).toEqual([['a 2-3', ['b 3-3']], ['c 4-4']]);
  });

  it('end at a depth that no hierarchy has', async () => {
    const chain = Array.from({ length: 2000 }, (_, i) => `  l${i}: {parent: l${i - 1}}\n`).join('');
    const depth = (at: readonly DocumentSymbol[]): number =>
      Math.max(0, ...at.map(({ children = [] }) => 1 + depth(children)));
    const symbols = await symbolsOf('a.taxonomy.yaml', `taxonomy: a\nlabels:\n${chain}`);
    expect([symbols.length, depth(symbols)]).toEqual([40, 50]);
  });

  it('have a name and a range that holds the id, whatever is typed', async () => {
    const symbols = await symbolsOf('a.taxonomy.yaml', 'taxonomy: a\nlabels:\n  "": {name: X}\n  half\n  ptx:\n');
    for (const { name, range, selectionRange } of symbols) {
      expect(name).not.toBe('');
      expect(contains(range, selectionRange.start) && contains(range, selectionRange.end)).toBe(true);
    }
    expect(symbols.map(({ name }) => name)).toContain('(no id)');
  });
});

describe('ranges of symbols', () => {
  it.each(Object.entries(examples))('hold those of the symbols below them: %s', async (path, text) => {
    const name = path.split('/').pop() ?? '';
    const escaping: string[] = [];
    const check = ({ name: at, range, selectionRange, children = [] }: DocumentSymbol) => {
      if (!isWithin(selectionRange, range)) escaping.push(at);
      for (const child of children) {
        if (!isWithin(child.range, range)) escaping.push(`${child.name} of ${at}`);
        check(child);
      }
    };
    const symbols = await symbolsOf(name, text);
    symbols.forEach(check);
    expect(escaping).toEqual([]);
    const lines = text.split('\n').flatMap((line, index) => (/^ {2}[a-z][\w-]*:/.test(line) ? [index] : []));
    expect(lines.filter((line) => breadcrumbs(symbols, line).length === 0)).toEqual([]);
  });
});

describe('symbols of other files', () => {
  it('are the blocks of a protocol with their entries', async () => {
    const symbols = await symbolsOf('ptx.protocol.yaml', protocol);
    expect(symbols.map(({ name }) => name).slice(0, 8)).toEqual([
      'protocol',
      'version',
      'title',
      'status',
      'language',
      'taxonomy',
      'labels',
      'purpose',
    ]);
    const workflow = symbols.find(({ name }) => name === 'workflow');
    expect(workflow?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['first', 'read'],
      ['second', 'revise'],
    ]);
  });

  it('are the blocks of the configuration', async () => {
    expect(outline(await symbolsOf('labelwright.yaml', 'extends: strict\nrules:\n  a: off\n'))).toEqual([
      ['extends 0-0'],
      ['rules 1-2', ['a 2-2']],
    ]);
  });

  it('are none for an empty file, a file that is not there, and when cancelled', async () => {
    expect(await symbolsOf('a.taxonomy.yaml', '')).toEqual([]);
    const { workspace } = workspaceOf({ 'a.taxonomy.yaml': taxonomy });
    expect(await provideDocumentSymbols(workspace, uriOf('b.taxonomy.yaml'), notCancelled)).toEqual([]);
    expect(await provideDocumentSymbols(workspace, uriOf('a.taxonomy.yaml'), cancelledAfter(0))).toEqual([]);
  });
});
