import { placeIn } from '../model/changes';
import type { YamlDocument } from '../yaml/document';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node';

/**
 * Where a document is cut around a line. The root is cut at its keys, and their maps once more: whatever is half-typed
 * in between, these keys are known from the tree, however far away they are. Lines and columns count from 0.
 */
export interface Cuts {
  readonly root: CutMap;
  /** The map below the last key of the root that stands on the line or above, where that map is cut, too. */
  readonly inner?: CutMap;
}

export interface CutMap {
  readonly map: YamlMap;
  /** The column of its keys. */
  readonly column: number;
  /** The last entry that begins on the line or above, with the line of its key. */
  readonly entry?: YamlEntry;
  readonly line: number;
}

/** Where a document is cut around a line; nothing when it is read in one piece. */
export function cutsAround(document: YamlDocument, line: number): Cuts | undefined {
  const root = cutMap(document, document.root, line);
  return root && { root, inner: cutMap(document, root.entry?.value, line) };
}

function cutMap(document: YamlDocument, map: YamlNode | undefined, line: number): CutMap | undefined {
  if (map?.kind !== 'map' || map.style !== 'block') return undefined;
  const [first] = map.entries;
  // The entries of a map that is cut have frames of their own.
  if (!first || first.key.frame === map.frame) return undefined;
  const lineOf = (at: YamlEntry) => document.range(at.key).start.line;
  const entry = map.entries[placeIn(map.entries, (at) => lineOf(at) <= line) - 1];
  const { character: column } = document.range(first.key).start;
  return { map, column, entry, line: entry ? lineOf(entry) : -1 };
}
