import type { YamlEntry, YamlMap } from './node';
import { manyAtATime, runAtOnce } from './steps';

/** The entries of a map by key. */
export interface KeyIndex {
  /** The entry of a key; all of them in their order, where it is written more than once. */
  readonly byKey: Map<string, YamlEntry | YamlEntry[]>;
  /** The keys that are written more than once. */
  readonly repeated: Set<string>;
  /** How it came to the map that it is of now. */
  move?: Move;
}

/** The way of an index from one map to another; without a target when the index has gone on from there. */
interface Move {
  target: { readonly to: YamlMap; readonly change: KeyChange } | undefined;
}

const indexes = new WeakMap<YamlMap, KeyIndex>();

/** How a map differs from another one. */
export interface KeyChange {
  readonly removed: readonly YamlEntry[];
  readonly added: readonly YamlEntry[];
  /** Compares entries by where they stand in the maps. */
  readonly inOrder: (a: YamlEntry, b: YamlEntry) => number;
  /** Whether entries can still be compared. */
  readonly isValid: () => boolean;
}

/** Where the index of a map went. Only the last move of an index has a target: a map that is kept must not keep all later ones. */
const moves = new WeakMap<YamlMap, Move>();

/** After more changes than this an index is made anew. */
const mostChanges = 1000;

/** The index of a map, made when it is first asked for. */
export function keysOf(map: YamlMap): KeyIndex {
  return indexes.get(map) ?? takenBack(map) ?? runAtOnce(indexSteps(map));
}

/** The same in steps, of a map that has no index yet. */
export function* indexSteps(map: YamlMap): Generator<undefined, KeyIndex> {
  const index: KeyIndex = { byKey: new Map(), repeated: new Set() };
  let count = 0;
  for (const entry of map.entries) {
    add(index, entry);
    if (++count % manyAtATime === 0) yield;
  }
  indexes.set(map, index);
  return index;
}

/** Makes the index of a map out of that of another one, which loses its own until it is asked for it again. */
export function moveKeys(from: YamlMap, to: YamlMap, change: KeyChange): void {
  const index = indexes.get(from);
  if (!index || change.removed.length + change.added.length > mostChanges) return;
  indexes.delete(from);
  if (index.move) index.move.target = undefined;
  index.move = { target: { to, change } };
  moves.set(from, index.move);
  apply(index, change);
  indexes.set(to, index);
}

/** The index that went from a map to the next one: an edit that was only tried leaves it with the edited map. */
function takenBack(map: YamlMap): KeyIndex | undefined {
  const target = moves.get(map)?.target;
  moves.delete(map);
  const index = target && indexes.get(target.to);
  if (!index || !target.change.isValid()) return undefined;
  const { removed, added, inOrder, isValid } = target.change;
  moveKeys(target.to, map, { removed: added, added: removed, inOrder, isValid });
  return index;
}

function apply(index: KeyIndex, { removed, added, inOrder }: KeyChange): void {
  for (const entry of removed) remove(index, entry);
  for (const entry of added) add(index, entry, inOrder);
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
