import type { Block, Place } from './block';

/**
 * An entry of the root with all lines up to the next one, or the text before the first of them, or a whole document that
 * is read in one piece. Its blocks follow each other; all but the first are entries of its own map.
 */
export interface Section {
  readonly place: Place;
  readonly blocks: readonly Block[];
  /** Where each block starts, counted from the start of the section, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly length: number;
  /** The column of its own keys (from 0); 0 when it is one block. */
  readonly column: number;
  /** Whether a change anywhere in it may change how it is cut. */
  readonly fragile: boolean;
  readonly numbering: Numbering;
  /** Tells sections apart. */
  readonly version: number;
  /** The section it was made from by an edit, with how many of its first and last blocks are the same in both. */
  readonly since?: { readonly version: number; readonly same: number; readonly behind: number };
}

/** What the orders of places belong to that are compared with each other; no longer valid once they got new ones. */
interface Numbering {
  valid: boolean;
}

/** Blocks of a section before an edit that are still there: from the first index to the one after the last. */
export interface Kept {
  readonly section: Section;
  readonly from: number;
  readonly to: number;
}

/** How a section is cut. */
export type Cut = Pick<Section, 'column' | 'fragile'>;

let nextVersion = 0;

/** A section of these blocks, which stand in no other. */
export function createSection(place: Place, blocks: readonly Block[], cut: Cut): Section {
  return editSection(place, undefined, blocks, undefined, cut);
}

/**
 * A section of `fresh` blocks with what is kept before and behind them. Does not look at the kept ones: there may be
 * many.
 */
export function editSection(
  place: Place,
  before: Kept | undefined,
  fresh: readonly Block[],
  behind: Kept | undefined,
  { column, fragile }: Cut,
): Section {
  const old = keptAround(before, behind);
  const blocks = old
    ? spliced(old.blocks, before?.to ?? 0, behind?.from ?? 0, fresh)
    : keptBlocks(before).concat(fresh, keptBlocks(behind));
  const ahead = before ? before.to - before.from : 0;
  const starts = new Uint32Array(blocks.length + 1);
  let end = 0;
  if (before) {
    const shift = before.section.starts[before.from] ?? 0;
    for (let i = 0; i <= ahead; i++) starts[i] = (before.section.starts[before.from + i] ?? 0) - shift;
    end = starts[ahead] ?? 0;
  }
  fresh.forEach((block, i) => {
    block.place.inside = place;
    starts[ahead + i + 1] = end += block.length;
  });
  if (behind) {
    const shift = end - (behind.section.starts[behind.from] ?? 0);
    const offset = ahead + fresh.length - behind.from;
    for (let i = behind.from + 1; i <= behind.to; i++) starts[offset + i] = (behind.section.starts[i] ?? 0) + shift;
  }
  const numbering = number(blocks, ahead, ahead + fresh.length, before, behind);
  const length = starts[blocks.length] ?? 0;
  const since = old && { version: old.version, same: ahead, behind: blocks.length - ahead - fresh.length };
  return { place, blocks, starts, length, column, fragile, numbering, version: nextVersion++, since };
}

/** The section that is kept but for some blocks in its middle. */
function keptAround(before: Kept | undefined, behind: Kept | undefined): Section | undefined {
  if (!before || before.from > 0 || behind?.section !== before.section) return undefined;
  return behind.to === before.section.blocks.length ? before.section : undefined;
}

/** A list with `added` in place of the items from `start` to `end`: copied once, as it may be long. */
export function spliced<T>(items: readonly T[], start: number, end: number, added: readonly T[]): readonly T[] {
  if (added.length > 1000) return items.slice(0, start).concat(added, items.slice(end));
  const copy = items.slice();
  copy.splice(start, end - start, ...added);
  return copy;
}

function keptBlocks(kept: Kept | undefined): Block[] {
  return kept ? kept.section.blocks.slice(kept.from, kept.to) : [];
}

/** Gives the blocks from `from` to `to` orders between their neighbours'; new ones to all blocks where there is no room. */
function number(blocks: readonly Block[], from: number, to: number, before?: Kept, behind?: Kept): Numbering {
  const known = [before, behind].flatMap((kept) => kept?.section.numbering ?? []);
  const last = blocks[to]?.place.order;
  const first = blocks[from - 1]?.place.order ?? (last ?? 0) - (to - from) - 1;
  const step = last === undefined ? 1 : (last - first) / (to - from + 1);
  // In a gap that is too narrow the steps would be lost in rounding.
  if (known.every(({ valid }) => valid) && step > 1e-6) {
    for (let i = from; i < to; i++) setOrder(blocks[i], first + step * (i - from + 1));
    return known[0] ?? { valid: true };
  }
  for (const numbering of known) numbering.valid = false;
  blocks.forEach(setOrder);
  return { valid: true };
}

function setOrder(block: Block | undefined, order: number): void {
  if (block) block.place.order = order;
}

/** The index of a place among the blocks of a section, or -1. */
export function indexOfPlace({ blocks }: Section, place: Place): number {
  if (blocks[place.index]?.place === place) return place.index;
  const index = firstFrom(blocks, place.order, (block) => block.place.order);
  if (blocks[index]?.place !== place) return -1;
  return (place.index = index);
}

/** The index of the first of rising items whose order is at least this one; their number, when there is none. */
export function firstFrom<Item>(items: readonly Item[], order: number, orderOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && orderOf(item) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
