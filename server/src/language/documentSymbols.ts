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
 * A label stands under its first parent. Children are written beside their parent, not in it; editors look for the
 * symbol at the cursor by going down through the ranges that hold it, so that a parent's range takes in the children
 * that follow it without a gap. It never takes in a label that stands elsewhere in the tree.
 */
function labelTree(file: GuidelineFile, labels: ReadonlyMap<string, Label>): DocumentSymbol[] {
  const order = new Map([...labels.keys()].map((id, index) => [id, index]));
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const label of labels.values()) {
    const parent = label.parents[0]?.text;
    if (parent === undefined || !labels.has(parent)) roots.push(label.id);
    else children.set(parent, [...(children.get(parent) ?? []), label.id]);
  }

  const placed = new Set<string>();
  interface Branch {
    readonly symbol: DocumentSymbol;
    /** Index of the last label that the symbol's range takes in. */
    readonly last: number;
  }

  function branch(label: Label, depth: number): Branch {
    placed.add(label.id);
    const own = labelSymbol(file, label);
    const below = (children.get(label.id) ?? []).flatMap((id) => {
      const child = labels.get(id);
      return child && !placed.has(id) && depth < deepest ? [branch(child, depth + 1)] : [];
    });
    let last = order.get(label.id) ?? 0;
    let end = own.range.end;
    for (const child of below) {
      if (order.get(child.symbol.name) !== last + 1) continue;
      last = child.last;
      end = child.symbol.range.end;
    }
    const range = { start: own.range.start, end };
    return { symbol: { ...own, range, children: below.map((child) => child.symbol) }, last };
  }

  const tree: DocumentSymbol[] = [];
  // Labels that are their own ancestors, or too deep, hang on no root: the first one met becomes one.
  for (const id of [...roots, ...labels.keys()]) {
    const label = labels.get(id);
    if (label && !placed.has(id)) tree.push(branch(label, 1).symbol);
  }
  return tree;
}

function labelSymbol(file: GuidelineFile, label: Label): DocumentSymbol {
  const kind = label.abstract ? SymbolKind.Class : SymbolKind.EnumMember;
  const plain = symbol(file, kind, label.key, label.node, label.name);
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
