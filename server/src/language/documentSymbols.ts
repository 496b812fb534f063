import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import { SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { Attribute } from '../model/attribute';
import { readText } from '../model/read';
import type { Label } from '../model/taxonomy';
import type { GuidelineFile, Workspace } from '../workspace/workspace';
import { createMemo } from '../yaml/memo';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/node';
import { entryOf, valueAt } from '../yaml/node';
import { entrySpan, rangeOf } from './guideline';

/** More symbols than this are not given: an editor takes its time for each, and nobody reads an outline of so many. */
const mostSymbols = 5000;

/**
 * The outline: of a taxonomy its shared attributes and the tree of its labels (by `parent`), of other files their
 * blocks with the entries in them. At most 5,000 symbols: where all are more than that, none has others below it, so
 * that shared attributes and the entries of blocks are left out, and labels stand in a row, each saying what it is; of
 * those the first ones are given, in the order of the document.
 */
export async function provideDocumentSymbols(
  workspace: Workspace,
  uri: string,
  token: CancellationToken,
): Promise<DocumentSymbol[]> {
  const resolved = await workspace.resolve(uri);
  if (token.isCancellationRequested || !resolved) return [];
  const { file } = resolved;
  if (resolved.kind !== 'taxonomy') return blockSymbols(file);
  const { attributes, labels } = resolved.taxonomy;
  const fits = attributes.size + 1 + labels.size <= mostSymbols;
  const shared = sharedAttributes(file, attributes, fits);
  return [...shared, ...(fits ? labelTree(file, labels) : labelRow(file, labels, mostSymbols - shared.length))];
}

function sharedAttributes(
  file: GuidelineFile,
  attributes: ReadonlyMap<string, Attribute>,
  withChildren: boolean,
): DocumentSymbol[] {
  const entry = entryOf(file.document.root, 'attributes');
  if (!entry || attributes.size === 0) return [];
  const block = symbol(file, SymbolKind.Namespace, entry.key, entry.value);
  if (!withChildren) return [block];
  const children = [...attributes.values()].map((attribute) =>
    symbol(file, SymbolKind.Property, attribute.key, attribute.node, attribute.name),
  );
  return [{ ...block, children }];
}

function labelRow(file: GuidelineFile, labels: ReadonlyMap<string, Label>, most: number): DocumentSymbol[] {
  const row: DocumentSymbol[] = [];
  for (const label of labels.values()) {
    if (row.length === most) break;
    row.push(rowSymbol(file, label));
  }
  return row;
}

const inRow = createMemo<{ readonly key: YamlScalar; readonly symbol: DocumentSymbol }>();

/** The symbol of a label in a row, which stays the same object for as long as the label stays where it is. */
function rowSymbol(file: GuidelineFile, label: Label): DocumentSymbol {
  const known = inRow.get(label.node);
  if (known?.key === label.key && isAt(known.symbol.range.start, rangeOf(file, label.key).start)) return known.symbol;
  const symbol = labelSymbol(file, label, true);
  inRow.set(label.node, { key: label.key, symbol });
  return symbol;
}

function isAt(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** Deeper than any hierarchy; what is below it begins a tree of its own. */
const deepest = 50;

/**
 * Editors look for the symbol at the cursor by going down through the ranges that hold it, so that a symbol's range must
 * hold those below it. Children are written behind their parent, not in it: a label stands under its parent where it
 * follows it, or follows others that do, and the parent's range takes it in. A label that stands elsewhere is at the top
 * and says what it is.
 */
function labelTree(file: GuidelineFile, labels: ReadonlyMap<string, Label>): DocumentSymbol[] {
  const tree: DocumentSymbol[] = [];
  // From the label at the top to the one before: what the next label may stand under.
  let above: { readonly id: string; readonly symbol: DocumentSymbol }[] = [];
  for (const label of labels.values()) {
    const parents = new Set(label.parents.map(({ text }) => text));
    const under = above.findLastIndex(({ id }) => parents.has(id));
    const own = labelSymbol(file, label, under < 0);
    above = under < 0 || under + 1 >= deepest ? [] : above.slice(0, under + 1);
    (above[above.length - 1]?.symbol.children ?? tree).push(own);
    for (const { symbol } of above) symbol.range.end = own.range.end;
    above.push({ id: label.id, symbol: own });
  }
  return tree;
}

function labelSymbol(file: GuidelineFile, label: Label, isAway: boolean): DocumentSymbol {
  const parent = isAway ? label.parents.find(({ text }) => text !== label.id)?.text : undefined;
  const is = parent === undefined ? '' : `is a ${parent}`;
  const detail = label.name && is ? `${label.name}, ${is}` : label.name || is;
  const kind = label.abstract ? SymbolKind.Class : SymbolKind.EnumMember;
  const own = symbol(file, kind, label.key, label.node, detail);
  own.children = [];
  if (label.deprecated) own.tags = [SymbolTag.Deprecated];
  return own;
}

function blockSymbols(file: GuidelineFile): DocumentSymbol[] {
  const { root } = file.document;
  if (root.kind !== 'map') return [];
  const below = (value: YamlNode) => (value.kind === 'map' ? value.entries : []);
  const all = root.entries.reduce((sum, { value }) => sum + 1 + below(value).length, 0);
  return root.entries.slice(0, mostSymbols).map(({ key, value }) => {
    const block = symbol(file, kindOfBlock(value), key, value, readText(value));
    return value.kind === 'map' && all <= mostSymbols
      ? { ...block, children: below(value).map((entry) => entrySymbol(file, entry)) }
      : block;
  });
}

function entrySymbol(file: GuidelineFile, { key, value }: YamlEntry): DocumentSymbol {
  const detail = ['title', 'name', 'stage', 'qualification', 'caption', 'metric'].flatMap(
    (name) => readText(valueAt(value, name)) ?? [],
  );
  return symbol(file, kindOfBlock(value), key, value, detail[0] ?? readText(value));
}

function kindOfBlock(node: YamlNode): SymbolKind {
  if (node.kind === 'map') return SymbolKind.Object;
  return node.kind === 'list' ? SymbolKind.Array : SymbolKind.String;
}

const longestDetail = 80;

function symbol(
  file: GuidelineFile,
  kind: SymbolKind,
  key: YamlScalar,
  value: YamlNode | undefined,
  detail = '',
): DocumentSymbol {
  const range = rangeOf(file, entrySpan(key, value));
  const own: DocumentSymbol = {
    // Editors refuse a symbol without a name.
    name: key.source.trim() === '' ? '(no id)' : key.source,
    kind,
    range,
    selectionRange: rangeOfKey(file, key, range),
  };
  const lineEnd = detail.indexOf('\n');
  const firstLine = lineEnd < 0 ? detail : detail.slice(0, lineEnd);
  if (firstLine !== '') {
    own.detail = firstLine.length > longestDetail ? `${firstLine.slice(0, longestDetail)}…` : firstLine;
  }
  return own;
}

/** Where the key stands that an entry begins with. */
function rangeOfKey(file: GuidelineFile, key: YamlScalar, { start }: Range): Range {
  // Most keys are a word: there is nothing to look up.
  if (key.style !== 'plain' || !/^[\w.-]+$/.test(key.source)) return rangeOf(file, key);
  return { start: { ...start }, end: { line: start.line, character: start.character + key.source.length } };
}
