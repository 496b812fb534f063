import type { YamlEntry, YamlMap } from './node';

/** The entries of a map by key. */
export interface KeyIndex {
  /** The entry of a key; all of them in their order, where it is written more than once. */
  readonly byKey: Map<string, YamlEntry | YamlEntry[]>;
  /** The keys that are written more than once. */
  readonly repeated: Set<string>;
}

const indexes = new WeakMap<YamlMap, KeyIndex>();

/** The index of a map, made when it is first asked for. */
export function keysOf(map: YamlMap): KeyIndex {
  let index = indexes.get(map);
  if (!index) {
    index = { byKey: new Map(), repeated: new Set() };
    for (const entry of map.entries) add(index, entry);
    indexes.set(map, index);
  }
  return index;
}

/**
 * Makes the index of a map that differs in a few entries from another one, which loses its own. `inOrder` compares
 * entries by where they stand in the new map.
 */
export function moveKeys(
  from: YamlMap,
  to: YamlMap,
  removed: readonly YamlEntry[],
  added: readonly YamlEntry[],
  inOrder: (a: YamlEntry, b: YamlEntry) => number,
): void {
  const index = indexes.get(from);
  if (!index) return;
  indexes.delete(from);
  for (const entry of removed) remove(index, entry);
  for (const entry of added) add(index, entry, inOrder);
  indexes.set(to, index);
}

/** The first entry of a key. */
export function firstOf(index: KeyIndex, key: string): YamlEntry | undefined {
  const found = index.byKey.get(key);
  return Array.isArray(found) ? found[0] : found;
}

function add({ byKey, repeated }: KeyIndex, entry: YamlEntry, inOrder?: (a: YamlEntry, b: YamlEntry) => number): void {
  const key = entry.key.source;
  const found = byKey.get(key);
  if (!found) {
    byKey.set(key, entry);
    return;
  }
  const all = Array.isArray(found) ? found : [found];
  all.push(entry);
  if (inOrder) all.sort(inOrder);
  byKey.set(key, all);
  repeated.add(key);
}

function remove({ byKey, repeated }: KeyIndex, entry: YamlEntry): void {
  const key = entry.key.source;
  const found = byKey.get(key);
  if (!Array.isArray(found)) {
    byKey.delete(key);
    return;
  }
  const left = found.filter((other) => other !== entry);
  const [only] = left;
  if (left.length === 1 && only) {
    byKey.set(key, only);
    repeated.delete(key);
  } else {
    byKey.set(key, left);
  }
}
