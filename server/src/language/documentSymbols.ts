import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import type { Attribute } from '../model/attribute';
import { readText } from '../model/read';
import type { Label } from '../model/taxonomy';
import type { GuidelineFile, Workspace } from '../workspace/workspace';
import type { Span, YamlEntry, YamlNode, YamlScalar } from '../yaml/node';
import { keyText, valueAt } from '../yaml/node';
import { entrySpan, rangeOf } from './guideline';

/**
 * The outline: of a taxonomy its shared attributes and the tree of its labels (by `parent`), of other files their
 * blocks with the entries in them.
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
  return [...sharedAttributes(file, attributes), ...labelTree(file, labels)];
}

function sharedAttributes(file: GuidelineFile, attributes: ReadonlyMap<string, Attribute>): DocumentSymbol[] {
  const entry =
    file.document.root.kind === 'map' && file.document.root.entries.find((at) => keyText(at) === 'attributes');
  if (!entry || attributes.size === 0) return [];
  const children = [...attributes.values()].map((attribute) =>
    symbol(file, SymbolKind.Property, attribute.key, attribute.node, attribute.name),
  );
  return [{ ...symbol(file, SymbolKind.Namespace, entry.key, entry.value), children }];
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
  const parent = label.parents.find(({ text }) => text !== label.id)?.text;
  const is = isAway && parent !== undefined ? `is a ${parent}` : undefined;
  const detail = [label.name, is].filter(Boolean).join(', ');
  const kind = label.abstract ? SymbolKind.Class : SymbolKind.EnumMember;
  const plain = { ...symbol(file, kind, label.key, label.node, detail), children: [] };
  return label.deprecated ? { ...plain, tags: [SymbolTag.Deprecated] } : plain;
}

function blockSymbols(file: GuidelineFile): DocumentSymbol[] {
  const { root } = file.document;
  if (root.kind !== 'map') return [];
  return root.entries.map((entry) => {
    const block = symbol(file, kindOfBlock(entry.value), entry.key, entry.value, readText(entry.value));
    return entry.value.kind === 'map'
      ? { ...block, children: entry.value.entries.map((below) => entrySymbol(file, below)) }
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
  detail?: string,
): DocumentSymbol {
  const entry: Span = entrySpan(key, value);
  const firstLine = detail?.split('\n', 1)[0] ?? '';
  return {
    // Editors refuse a symbol without a name.
    name: key.source.trim() === '' ? '(no id)' : key.source,
    ...(firstLine === ''
      ? {}
      : { detail: firstLine.length > longestDetail ? `${firstLine.slice(0, longestDetail)}…` : firstLine }),
    kind,
    range: rangeOf(file, entry),
    selectionRange: rangeOf(file, key),
  };
}
