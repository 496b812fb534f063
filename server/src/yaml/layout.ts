import { binaryAt, startOf } from './binary';
import type { Block, BlockKind, Place } from './block';
import { createPlace } from './block';
import { lastIndexAtMost } from './chunk';
import { cutSteps, dependsOnEnd, formOf, keySteps, rootKeySteps } from './cut';
import { loneCarriageReturnSteps } from './line';
import type { Frame } from './node';
import type { Cut, Section } from './section';
import { createSection, indexOfPlace } from './section';
import { manyAtATime, runAtOnce } from './steps';

/** With more blocks than this a document is not cut: what is made of so many would take up too much room. */
export const maximumBlocks = 100_000;

/** The sections of a document. Immutable, but for the places of its blocks. */
export interface Layout {
  /** Whether it is one section of one block, because its root is no map of keys at the margin. */
  readonly whole: boolean;
  readonly sections: readonly Section[];
  /** Where each section starts in the document, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Whether what stands before the first key is such that a change anywhere may make it one piece. */
  readonly unsure: boolean;
}

/** Reads one block; passed in, so that it can be counted how many are read. */
export type ReadBlock = (text: string, kind: BlockKind) => Block;

/** A section that is cut, and not yet read. Offsets are in the text it was cut from. */
export interface Draft extends Cut {
  readonly blocks: readonly BlockDraft[];
}

/** A block that is not yet read: where it stands in the text it was cut from. */
export interface BlockDraft {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

/** Cuts and reads a document. */
export function createLayout(content: string, read: ReadBlock): Layout {
  return runAtOnce(layoutSteps(content, read));
}

/** The same in steps. */
export function* layoutSteps(content: string, read: ReadBlock): Generator<undefined, Layout> {
  const text = yield* loneCarriageReturnSteps(content);
  const keys = yield* rootKeySteps(text, true);
  const head = text.slice(0, keys[0] ?? text.length);
  const inBlocks = binaryAt(startOf(text)) < 0 && formOf(head, keys.length > 0, () => text) === 'blocks';
  const drafts = inBlocks ? yield* draftSteps(text, keys, undefined, read) : [];
  if (!inBlocks || isTooMany(drafts)) {
    const section = createSection(createPlace(), [read(text, 'document')], { column: 0, fragile: false });
    return { ...layoutOf([section], true), whole: true };
  }
  const sections: Section[] = [];
  for (const draft of drafts) {
    const blocks: Block[] = [];
    for (const { kind, start, end } of draft.blocks) {
      blocks.push(read(text.slice(start, end), kind));
      yield;
    }
    sections.push(createSection(createPlace(), blocks, draft));
  }
  return layoutOf(sections, dependsOnEnd(head));
}

/** Whether sections have more blocks than a document is cut into. */
export function isTooMany(sections: readonly { readonly blocks: { readonly length: number } }[]): boolean {
  return sections.reduce((count, { blocks }) => count + blocks.length, 0) > maximumBlocks;
}

/** A layout of sections that are blocks; tells their places where they stand in it. */
export function layoutOf(sections: readonly Section[], unsure: boolean): Layout {
  const starts = new Uint32Array(sections.length + 1);
  sections.forEach((section, i) => {
    section.place.order = i;
    starts[i + 1] = (starts[i] ?? 0) + section.length;
  });
  return { whole: false, sections, starts, unsure };
}

/**
 * Cuts a text, whose root keys stand at `keys`, into sections. `open` is the column of the section that it begins
 * inside; when there is none, text before the first key is that at the top of a document.
 */
export function draftsOf(text: string, keys: readonly number[], open: number | undefined, read: ReadBlock): Draft[] {
  return runAtOnce(draftSteps(text, keys, open, read));
}

/** The same in steps. */
function* draftSteps(
  text: string,
  keys: readonly number[],
  open: number | undefined,
  read: ReadBlock,
): Generator<undefined, Draft[]> {
  const drafts: Draft[] = [];
  const firstKey = keys[0] ?? text.length;
  if (firstKey > 0) {
    const starts = open === undefined ? [0] : yield* keySteps(text.slice(0, firstKey), open);
    const kind = open === undefined ? 'head' : 'inner';
    const blocks = starts.map((start, i) => ({ kind, start, end: starts[i + 1] ?? firstKey }) as const);
    drafts.push({ column: open ?? 0, fragile: false, blocks });
  }
  for (const [i, key] of keys.entries()) {
    const piece = text.slice(key, keys[i + 1] ?? text.length);
    const { column, fragile, starts } = yield* cutSteps(piece, () => read(piece, 'root').errors.length === 0);
    const blocks: BlockDraft[] = [{ kind: 'root', start: key, end: key + (starts[0] ?? piece.length) }];
    for (let n = 0; n < starts.length; n++) {
      blocks.push({ kind: 'inner', start: key + (starts[n] ?? 0), end: key + (starts[n + 1] ?? piece.length) });
      if (n % manyAtATime === 0) yield;
    }
    drafts.push({ column, fragile, blocks });
  }
  return drafts;
}

/** A block by its section and by its index in it, and where it starts in the document. */
export interface BlockAt {
  readonly section: number;
  readonly index: number;
  readonly start: number;
  readonly block: Block;
}

/** The block of that number in that section, if it exists. */
export function blockOf(layout: Layout, section: number, index: number): BlockAt | undefined {
  const found = layout.sections[section];
  const block = found?.blocks[index];
  return found && block && { section, index, block, start: (layout.starts[section] ?? 0) + (found.starts[index] ?? 0) };
}

/** The block that holds the character at an offset of the document; the last one for its end. */
export function blockAtOffset(layout: Layout, offset: number): BlockAt | undefined {
  const section = Math.min(lastIndexAtMost(layout.starts, offset), layout.sections.length - 1);
  const found = layout.sections[section];
  if (!found) return undefined;
  const inside = lastIndexAtMost(found.starts, offset - (layout.starts[section] ?? 0));
  return blockOf(layout, section, Math.min(inside, found.blocks.length - 1));
}

export function nextBlock(layout: Layout, at: BlockAt): BlockAt | undefined {
  return blockOf(layout, at.section, at.index + 1) ?? blockOf(layout, at.section + 1, 0);
}

export function previousBlock(layout: Layout, at: BlockAt): BlockAt | undefined {
  return at.index > 0 ? blockOf(layout, at.section, at.index - 1) : lastBlock(layout, at.section - 1);
}

export function lastBlock(layout: Layout, section: number): BlockAt | undefined {
  return blockOf(layout, section, (layout.sections[section]?.blocks.length ?? 0) - 1);
}

/** Whether a frame is that of a block, which never changes; else it is that of a section or of the document. */
export function isOfBlock(frame: Frame): boolean {
  return (frame as Place).inside !== undefined;
}

/** Where a frame starts in the document; nothing, when it is none of this version of the document. */
export function findFrame(layout: Layout, frame: Frame): number | undefined {
  const place = frame as Place;
  const section = placeInLayout(layout, place);
  if (section >= 0) return layout.starts[section];
  const hinted = place.inside ? placeInLayout(layout, place.inside) : -1;
  const found = startIn(layout, hinted, place, false);
  if (found !== undefined) return found;
  // It has moved to another section, or has been ordered anew in another version of the document.
  for (let i = 0; i < layout.sections.length; i++) {
    const start = startIn(layout, i, place, true);
    if (start !== undefined) return start;
  }
  return undefined;
}

function placeInLayout(layout: Layout, place: Place): number {
  if (layout.sections[place.order]?.place === place) return place.order;
  return place.inside ? -1 : layout.sections.findIndex((section) => section.place === place);
}

function startIn(layout: Layout, at: number, place: Place, thoroughly: boolean): number | undefined {
  const section = layout.sections[at];
  if (!section) return undefined;
  let index = indexOfPlace(section, place);
  if (index < 0 && thoroughly) index = section.blocks.findIndex((block) => block.place === place);
  if (index < 0) return undefined;
  place.inside = section.place;
  return (layout.starts[at] ?? 0) + (section.starts[index] ?? 0);
}

/** Where a frame starts in the document. A frame of another version is a mistake of the program. */
export function offsetOfFrame(layout: Layout, frame: Frame): number {
  const offset = findFrame(layout, frame);
  if (offset === undefined) throw new Error('This span is not of this version of the document.');
  return offset;
}
