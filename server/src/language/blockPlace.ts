import type { YamlDocument } from '../yaml/document';
import type { Text } from '../yaml/text';
import type { Opener } from './blockLine';
import { readBlockLine } from './blockLine';
import type { CutMap } from './cuts';
import { cutsAround } from './cuts';
import type { Siblings, WrittenEntry } from './siblings';
import { siblingsIn, writtenSiblings } from './siblings';

/** Where a column of a line stands among the lines around it, by their indentation alone: half-typed lines do no harm. */
export interface BlockPlace {
  /** The path of the map, list or value that holds the place. */
  readonly path: readonly (string | number)[];
  /** What opened it on a line above; nothing at the root. */
  readonly parent?: Opener;
  /** The other entries of the map, when the place is in one. */
  readonly siblings: Siblings;
  /** The words of the other items, when the place is an item of a list. */
  readonly items: readonly string[];
}

/** Beyond this many lines the other items of a list are not looked for: they only spare the reader a suggestion. */
const farthestSibling = 2000;

/**
 * Finds the place of `column` on `line`. `own` are the items that the line itself opens to the left of it. Reads the
 * lines of the block that the line is in, and those above it only where they lead to the place.
 */
export function findPlace(document: YamlDocument, line: number, column: number, own: readonly Opener[]): BlockPlace {
  const { text } = document;
  const cuts = cutsAround(document, line);
  const path: (string | number)[] = [];
  const entries: WrittenEntry[] = [];
  const items: string[] = [];
  let at = column;
  // The index of the item that leads here from the list above, while its list has not been found.
  let index: number | undefined;
  let levels = 0;
  let parent: Opener | undefined;

  /** The next line to look at: between the key of a block and that of the map it is in, all is deeper than both. */
  function above(current: number): number {
    if (!cuts?.inner || current !== cuts.inner.line || index !== undefined || at > cuts.inner.column)
      return current - 1;
    return cuts.root.line;
  }

  for (let current = line; current >= 0; current = above(current)) {
    const openers = current === line ? own : (readBlockLine(text.line(current), current, at)?.openers ?? []);
    for (const opener of [...openers].reverse()) {
      const isItem = opener.key === undefined;
      if (opener.column === at && isItem && index !== undefined) {
        index++;
        if (levels === 1) items.push(opener.rest);
      } else if (opener.column === at && !isItem && index === undefined && levels === 0) {
        entries.push({ key: opener.key ?? '', rest: opener.rest });
      } else if (opener.column < at || (opener.column === at && !isItem && index !== undefined)) {
        if (index !== undefined) path.unshift(index);
        if (!isItem) path.unshift(opener.key ?? '');
        index = isItem ? 0 : undefined;
        if (current < line) parent ??= opener;
        at = opener.column;
        levels++;
      }
    }
    // Nothing further up holds it, or is beside it that is not known otherwise.
    if (at === 0 && index === undefined && (levels > 0 || (cuts && current === cuts.root.line))) break;
  }
  if (index !== undefined) path.unshift(index);

  const cut = own.length > 0 ? undefined : [cuts?.inner, cuts?.root].find((found) => found?.column === column);
  if (cut) return { path, parent, siblings: siblingsIn(cut.map, entryOn(cut, line)), items };
  lookBelow(text, line, column, own[own.length - 1]?.column, entries, items);
  return { path, parent, siblings: writtenSiblings(entries), items };
}

function entryOn(cut: CutMap, line: number): CutMap['entry'] {
  return cut.line === line ? cut.entry : undefined;
}

/** Adds the entries of the same map, and the items of the same list, that stand below. */
function lookBelow(
  text: Text,
  line: number,
  column: number,
  itemColumn: number | undefined,
  entries: WrittenEntry[],
  items: string[],
): void {
  let inSameItem = true;
  const last = Math.min(text.lineCount, line + farthestSibling);
  for (let current = line + 1; current < last; current++) {
    const read = readBlockLine(text.line(current), current, column);
    if (!read) continue;
    const [first] = read.openers;
    if (read.column < (itemColumn ?? column)) return;
    if (itemColumn !== undefined && read.column === itemColumn) {
      if (first?.key !== undefined || !first) return;
      inSameItem = false;
      items.push(first.rest);
    } else if (inSameItem && read.column === column && first?.key !== undefined) {
      entries.push({ key: first.key, rest: first.rest });
    }
  }
}
