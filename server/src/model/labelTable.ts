import type { YamlDocument } from '../yaml/document';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node';
import { entryOf, firstEntries, keyText, valueAt } from '../yaml/node';
import { comparePositions } from '../yaml/position';
import { changesBetween, placeIn } from './changes';
import type { Label } from './label';
import { labelOf } from './label';
import { mapView } from './mapView';
import { readMap } from './read';

/** The labels of a file by id, in the order of the document; of an id that is written twice the first counts. */
export interface LabelTable extends ReadonlyMap<string, Label> {
  /** The direct is-a children of an id in this file, in order. The id need not be that of a label. */
  childrenOf(id: string): readonly string[];
}

/** The entries of `labels`, those that are written twice included. */
export function labelEntries(document: YamlDocument): readonly YamlEntry[] {
  const node = valueAt(document.root, 'labels');
  return node?.kind === 'map' ? node.entries : [];
}

/** Children by parent; mutable: it goes from a version of a file to the next one. */
interface ChildIndex {
  readonly entries: readonly YamlEntry[];
  readonly byParent: Map<string, string[]>;
  /** Whether no id is written twice. */
  readonly clear: boolean;
}

const indexes = new WeakMap<LabelTable, ChildIndex>();

/** The labels of a document. Takes over what `previous`, the table of an earlier version, has found out. */
export function createLabelTable(document: YamlDocument, previous?: LabelTable): LabelTable {
  const node = valueAt(document.root, 'labels');
  const table = node?.kind === 'map' ? tableOver(node) : tableOf(node);
  const index = previous && indexes.get(previous);
  if (previous && index && node?.kind === 'map') {
    const next = updated(index, document, node);
    indexes.delete(previous);
    if (next) indexes.set(table, next);
  }
  return table;
}

/** A table that looks into the map itself, which knows its keys: nothing is copied. */
function tableOver(map: YamlMap): LabelTable {
  function* entries(): Iterable<[string, Label]> {
    for (const entry of firstEntries(map)) yield [keyText(entry), labelOf(entry)];
  }
  const view = mapView<Label>({
    get: (id) => {
      const entry = entryOf(map, id);
      return entry && labelOf(entry);
    },
    has: (id) => entryOf(map, id) !== undefined,
    size: () => firstEntries(map).length,
    entries,
  });
  const table: LabelTable = Object.assign(view, {
    childrenOf(id: string) {
      let index = indexes.get(table);
      if (!index) indexes.set(table, (index = indexOf(map)));
      return index.byParent.get(id) ?? [];
    },
  });
  return table;
}

/** A table of what is no map: of a list of ids, or of nothing. */
function tableOf(node: YamlNode | undefined): LabelTable {
  const labels = readMap(node, (_id, key, value) => labelOf({ key, value: value ?? key }));
  return Object.assign(labels, { childrenOf: () => [] });
}

function indexOf(map: YamlMap): ChildIndex {
  const byParent = new Map<string, string[]>();
  const entries = firstEntries(map);
  for (const entry of entries) {
    for (const parent of parentsOf(entry)) {
      const known = byParent.get(parent);
      if (known) known.push(keyText(entry));
      else byParent.set(parent, [keyText(entry)]);
    }
  }
  return { entries: map.entries, byParent, clear: entries === map.entries };
}

function parentsOf(entry: YamlEntry): Set<string> {
  return new Set(labelOf(entry).parents.map(({ text }) => text));
}

/** The index with what changed; nothing when ids are written twice, or too much changed to go on with it. */
function updated(
  { entries, byParent, clear }: ChildIndex,
  document: YamlDocument,
  map: YamlMap,
): ChildIndex | undefined {
  if (!clear || firstEntries(map) !== map.entries) return undefined;
  const { removed, added } = changesBetween(entries, map.entries);
  if (removed.length + added.length > 1000 + map.entries.length / 4) return undefined;
  const start = (id: string) => document.range(entryOf(map, id)?.key ?? map).start;
  for (const entry of removed) {
    for (const parent of parentsOf(entry)) {
      const left = byParent.get(parent)?.filter((id) => id !== keyText(entry)) ?? [];
      if (left.length > 0) byParent.set(parent, left);
      else byParent.delete(parent);
    }
  }
  for (const entry of added) {
    const here = document.range(entry.key).start;
    for (const parent of parentsOf(entry)) {
      const children = byParent.get(parent) ?? [];
      const at = placeIn(children, (id) => comparePositions(start(id), here) < 0);
      byParent.set(parent, [...children.slice(0, at), keyText(entry), ...children.slice(at)]);
    }
  }
  return { entries: map.entries, byParent, clear };
}
