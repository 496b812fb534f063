import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node';
import { entriesOf } from '../yaml/node';
import { parseYaml } from '../yaml/parseDocument';

/** The other entries of the map that a cursor is in. */
export interface Siblings {
  readonly isEmpty: boolean;
  has(key: string): boolean;
  /** Their map, as far as it can be told: enough for the keys that others depend on. */
  map(): YamlNode;
}

/** An entry as a line shows it: its key, and what is written behind the colon. */
export interface WrittenEntry {
  readonly key: string;
  readonly rest: string;
}

/** Entries as lines show them, where the tree of half-typed text is not to be relied on. */
export function writtenSiblings(entries: readonly WrittenEntry[]): Siblings {
  const keys = new Set(entries.map(({ key }) => key));
  return {
    isEmpty: entries.length === 0,
    has: (key) => keys.has(key),
    map() {
      const words = entries.filter(({ key, rest }) => /^[\w-]+$/.test(key) && /^[\w-]+$/.test(rest));
      return parseYaml(words.map(({ key, rest }) => `${key}: ${rest}\n`).join('')).root;
    },
  };
}

/** All entries of a map but one: there may be many, so they are looked up in the map itself. */
export function siblingsIn(map: YamlMap, own: YamlEntry | undefined): Siblings {
  return {
    isEmpty: map.entries.every((entry) => entry === own),
    has: (key) => entriesOf(map, key).some((entry) => entry !== own),
    map: () => map,
  };
}
