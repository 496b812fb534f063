import type { Frame, YamlEntry } from '../yaml/node';

/** Gives a list of what `make` makes of each entry, which is good until another version is asked for. */
export type PerEntry = <T>(make: (entry: YamlEntry) => T) => readonly T[];

/** Lists for the entries of one version of a map; mutable: they go from version to version. */
interface Kept {
  entries: readonly YamlEntry[];
  readonly lists: Map<(entry: YamlEntry) => unknown, unknown[]>;
}

const kept = new WeakMap<Frame, Kept>();

/**
 * Lists for the entries of a map, which its frame tells from other maps in all versions of a document. `make` is called
 * once for an entry, however often others are edited.
 */
export function perEntry(frame: Frame, entries: readonly YamlEntry[]): PerEntry {
  return <T>(make: (entry: YamlEntry) => T) => {
    const { lists } = broughtTo(frame, entries);
    // What was made by this function is what it makes.
    const known = lists.get(make) as T[] | undefined;
    const list = known ?? entries.map(make);
    lists.set(make, list);
    return list;
  };
}

function broughtTo(frame: Frame, entries: readonly YamlEntry[]): Kept {
  let own = kept.get(frame);
  if (!own) kept.set(frame, (own = { entries, lists: new Map() }));
  const before = own.entries;
  if (before === entries) return own;
  const shorter = Math.min(before.length, entries.length);
  let start = 0;
  while (start < shorter && before[start] === entries[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === entries[entries.length - 1 - end]) end++;
  const added = entries.slice(start, entries.length - end);
  // So many arguments would not fit a call of `splice`.
  if (added.length > 1000) own.lists.clear();
  for (const [make, list] of own.lists) list.splice(start, before.length - start - end, ...added.map(make));
  own.entries = entries;
  return own;
}
