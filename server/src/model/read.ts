import type { YamlNode, YamlScalar } from '../yaml/node';
import { keyText } from '../yaml/node';
import type { PlacedText } from '../yaml/texts';
import { textsOf } from '../yaml/texts';
import { EntryWalk } from '../yaml/walk';

/** A text with the place it stands at. */
export type Located = PlacedText;

/** Tolerant readers: what is not of the wanted shape is left out here and reported by the schema check. */

/** A scalar as it is written (`4A`, `1.0`); nothing for a missing value or another kind of node. */
export function readText(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.style !== 'missing' ? node.source : undefined;
}

export function readNumber(node: YamlNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

export function readBoolean(node: YamlNode | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

/** A text or a list of texts, each with its place. */
export { textsOf as readTexts };

/** The ids of a map, or of a list (the short form), each with the place of the id and its value, in order. */
export function readEntries(
  node: YamlNode | undefined,
): { id: string; key: YamlScalar; value: YamlNode | undefined }[] {
  if (node?.kind === 'map') {
    return node.entries.map((entry) => ({ id: keyText(entry), key: entry.key, value: entry.value }));
  }
  return textsOf(node).map(({ text, node: key }) => ({ id: text, key, value: undefined }));
}

/** What most labels have most often: one for all takes no room. */
const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** The entries of a map by id; of an id that is written twice the first counts. */
export function readMap<T>(
  node: YamlNode | undefined,
  read: (id: string, key: YamlScalar, value: YamlNode | undefined) => T,
): ReadonlyMap<string, T> {
  if (!node) return nothing;
  const result = new Map<string, T>();
  if (node.kind === 'map') {
    for (const walk = EntryWalk.overFirst(node); walk.next();) {
      result.set(walk.key, read(walk.key, walk.keyNode, walk.value));
    }
  } else {
    for (const { text, node: key } of textsOf(node))
      if (!result.has(text)) result.set(text, read(text, key, undefined));
  }
  return result;
}
