import { binaryAt, startOf } from './binary';
import type { Block, BlockKind } from './block';
import { createPlace } from './block';
import { dependsOnEnd, formOf, rootKeys } from './cut';
import type { BlockAt, Draft, Layout, ReadBlock, Section } from './layout';
import { blockAtOffset, blockOf, createLayout, createSection, draftsOf, lastBlock, layoutOf } from './layout';
import { nextBlock, previousBlock } from './layout';
import { withoutLoneCarriageReturns } from './line';
import type { Text } from './text';

/** An edit of a document's text: offsets before it, and how many characters stand there now. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly inserted: number;
}

/** The layout of `after`, which an edit made of the layout's text. Blocks whose text is the same stay the same. */
export function editLayout(layout: Layout, after: Text, splice: Splice, read: ReadBlock): Layout {
  if (layout.whole || binaryAt(startOf(after)) >= 0) return createLayout(after.slice(), read);
  return changed(layout, after, splice, read) ?? createLayout(after.slice(), read);
}

/** The layout with what the edit touches cut anew; nothing when the document can no longer be cut. */
function changed(layout: Layout, after: Text, splice: Splice, read: ReadBlock): Layout | undefined {
  const { sections } = layout;
  const delta = splice.inserted - (splice.end - splice.start);
  const region = regionOf(layout, after, splice, read);
  if (!region) return undefined;
  const { first, last, text, drafts } = region;

  const old = new Map<number, Block>();
  for (let at: BlockAt | undefined = first; at && at.start <= last.start; at = nextBlock(layout, at)) {
    old.set(at.start - first.start, at.block);
  }
  const unchangedFrom = splice.end + delta - first.start;
  const blockFor = (kind: BlockKind, start: number, end: number): Block => {
    const ahead = end <= splice.start - first.start ? old.get(start) : undefined;
    const found = ahead ?? (start >= unchangedFrom ? old.get(start - delta) : undefined);
    const same = found?.kind === kind && found.length === end - start;
    return same ? found : read(text.slice(start, end), kind);
  };
  const kept = first.index > 0 ? (sections[first.section]?.blocks.slice(0, first.index) ?? []) : [];
  const rest = sections[last.section]?.blocks.slice(last.index + 1) ?? [];
  const fresh = drafts.map(({ blocks, column, fragile }, i) => {
    const own = blocks.map(({ kind, start, end }) => blockFor(kind, start, end));
    const all = [...(i === 0 ? kept : []), ...own, ...(i === drafts.length - 1 ? rest : [])];
    // A section stays the same one for as long as its first block does.
    const place = all[0]?.place.index === 0 ? all[0].place.inside : undefined;
    return createSection(place ?? createPlace(), all, column, fragile);
  });
  const result = [...sections.slice(0, first.section), ...fresh, ...sections.slice(last.section + 1)];

  const isHead = result[0]?.blocks[0]?.kind === 'head';
  const head = isHead ? withoutLoneCarriageReturns(after.slice(0, result[0]?.length)) : '';
  const form = formOf(head, result.length > (isHead ? 1 : 0), () => withoutLoneCarriageReturns(after.slice()));
  return form === 'blocks' ? layoutOf(result, dependsOnEnd(head)) : undefined;
}

/** What an edit makes to be cut anew: whole blocks, from `first` to `last` as they were before, now with this text. */
interface Region {
  readonly first: BlockAt;
  readonly last: BlockAt;
  readonly text: string;
  readonly drafts: readonly Draft[];
}

function regionOf(layout: Layout, after: Text, splice: Splice, read: ReadBlock): Region | undefined {
  const { sections } = layout;
  const delta = splice.inserted - (splice.end - splice.start);
  // A line that is no key any more belongs to the block before.
  const touched = blockAtOffset(layout, splice.start);
  let first = touched && (previousBlock(layout, touched) ?? touched);
  if (first && sections[first.section]?.fragile) first = blockOf(layout, first.section, 0);
  if (!first) return undefined;
  const open = first.index > 0 ? sections[first.section]?.column : undefined;

  let last = blockAtOffset(layout, splice.end);
  if (last && sections[last.section]?.fragile) last = lastBlock(layout, last.section);
  for (let tries = 0; last; tries++) {
    const text = withoutLoneCarriageReturns(after.slice(first.start, last.start + last.block.length + delta));
    const next = nextBlock(layout, last);
    if (next && text !== '' && !text.endsWith('\n')) {
      // Its last line goes on in the next block.
      last = next;
      continue;
    }
    const drafts = draftsOf(text, rootKeys(text, first.start === 0), open, read);
    if (next?.section !== last.section || goesOn(drafts.at(-1), sections[last.section])) {
      return { first, last, text, drafts };
    }
    last = tries === 0 ? next : lastBlock(layout, last.section);
  }
  return undefined;
}

/** Whether further entries of a section, which are cut already, may follow a draft. */
function goesOn(draft: Draft | undefined, section: Section | undefined): boolean {
  return draft !== undefined && !draft.fragile && section?.fragile === false && draft.column === section.column;
}
