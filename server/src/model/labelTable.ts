import type { YamlDocument } from '../yaml/document';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node';
import { entryOf, firstEntries, keyText, valueAt } from '../yaml/node';
import { comparePositions } from '../yaml/position';
import { runAtOnce } from '../yaml/steps';
import { changesBetween, placeIn } from './changes';
import type { Label } from './label';
import { labelOf } from './label';
import { mapView } from './mapView';
import type { Located } from './read';
import { readMap } from './read';

/** So many labels, which may have to be read, are looked at between two pauses. */
const labelsAtATime = 50;

/** The labels of a file by id, in the order of the document; of an id that is written twice the first counts. */
export interface LabelTable extends ReadonlyMap<string, Label> {
  /** The direct is-a children of an id in this file, in order. The id need not be that of a label. */
  childrenOf(id: string): readonly string[];
  /** Finds out the children of all, in steps, so that they need not be found out at once when they are asked for. */
  childSteps(): Generator<undefined, void>;
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
      if (!indexes.has(table)) runAtOnce(table.childSteps());
      return indexes.get(table)?.byParent.get(id) ?? [];
    },
    *childSteps() {
      if (!indexes.has(table)) indexes.set(table, yield* indexSteps(map));
    },
  });
  return table;
}

/** A table of what is no map: of a list of ids, or of nothing. */
function tableOf(node: YamlNode | undefined): LabelTable {
  const labels = readMap(node, (_id, key, value) => labelOf({ key, value: value ?? key }));
  return Object.assign(labels, { childrenOf: () => [], *childSteps() {} });
}

function* indexSteps(map: YamlMap): Generator<undefined, ChildIndex> {
  const byParent = new Map<string, string[]>();
  const entries = firstEntries(map);
  let count = 0;
  for (const entry of entries) {
    if (++count % labelsAtATime === 0) yield;
    const { parents } = labelOf(entry);
    for (let i = 0; i < parents.length; i++) {
      const parent = (parents[i] as Located).text;
      const known = byParent.get(parent);
      // A parent may be named twice.
      if (!known) byParent.set(parent, [keyText(entry)]);
      else if (i === 0 || known[known.length - 1] !== keyText(entry)) known.push(keyText(entry));
    }
  }
  return { entries: map.entries, byParent, clear: entries === map.entries };
}

function parentsOf(entry: YamlEntry): Iterable<string> {
  const { parents } = labelOf(entry);
  const [only, another] = parents;
  if (!another) return only ? [only.text] : [];
  return new Set(parents.map(({ text }) => text));
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
