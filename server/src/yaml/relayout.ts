import { binaryAt, startOf } from './binary';
import type { Block, Place } from './block';
import { createPlace } from './block';
import { dependsOnEnd, formOf, rootKeys, witnesses } from './cut';
import type { BlockAt, BlockDraft, Draft, Layout, ReadBlock } from './layout';
import { blockAtOffset, blockOf, createLayout, draftsOf, isTooMany, lastBlock, layoutOf } from './layout';
import { nextBlock, previousBlock } from './layout';
import { withoutLoneCarriageReturns } from './line';
import type { Kept, Section } from './section';
import { editSection } from './section';
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

  const old = new Map<number, BlockAt>();
  for (let at: BlockAt | undefined = first; at && at.start <= last.start; at = nextBlock(layout, at)) {
    old.set(at.start - first.start, at);
  }
  const unchangedFrom = splice.end + delta - first.start;
  const find: Find = ({ kind, start, end }) => {
    const ahead = end <= splice.start - first.start ? old.get(start) : undefined;
    const found = ahead ?? (start >= unchangedFrom ? old.get(start - delta) : undefined);
    return found?.block.kind === kind && found.block.length === end - start ? found : undefined;
  };
  const taken = new Set<Place>();
  const fresh = drafts.map((draft, i) => {
    const begun = i === 0 && first.index > 0 ? { section: first.section, from: 0, to: first.index } : undefined;
    const behind = i === drafts.length - 1 ? restOf(layout, last) : undefined;
    return buildSection(layout, draft, begun, behind, taken, find, ({ kind, start, end }) =>
      read(text.slice(start, end), kind),
    );
  });
  const result = [...sections.slice(0, first.section), ...fresh, ...sections.slice(last.section + 1)];

  const isHead = result[0]?.blocks[0]?.kind === 'head';
  const head = isHead ? withoutLoneCarriageReturns(after.slice(0, result[0]?.length)) : '';
  const form = formOf(head, result.length > (isHead ? 1 : 0), () => withoutLoneCarriageReturns(after.slice()));
  return form === 'blocks' && !isTooMany(result) ? layoutOf(result, dependsOnEnd(head)) : undefined;
}

/** Blocks of a section of the old layout, by its number. */
interface Range {
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

/** The block of the old layout that a draft is the same as. */
type Find = (draft: BlockDraft) => BlockAt | undefined;

function restOf(layout: Layout, last: BlockAt): Range | undefined {
  const to = layout.sections[last.section]?.blocks.length ?? 0;
  return last.index + 1 < to ? { section: last.section, from: last.index + 1, to } : undefined;
}

/** A section that goes on where `begun` ends, and on to `rest`; what is the same as before is not read. */
function buildSection(
  layout: Layout,
  draft: Draft,
  begun: Range | undefined,
  rest: Range | undefined,
  taken: Set<Place>,
  find: Find,
  read: (draft: BlockDraft) => Block,
): Section {
  const left = [...draft.blocks];
  let [before, behind] = [begun, rest];
  for (let at = left[0] && find(left[0]); at; at = left[0] && find(left[0])) {
    if (at.index !== (before?.to ?? 0) || at.section !== (before?.section ?? at.section)) break;
    before = { section: at.section, from: 0, to: at.index + 1 };
    left.shift();
  }
  for (let next = left.at(-1), at = next && find(next); at; next = left.at(-1), at = next && find(next)) {
    if (behind && (at.index + 1 !== behind.from || at.section !== behind.section)) break;
    behind = { section: at.section, from: at.index, to: behind?.to ?? at.index + 1 };
    left.pop();
  }
  const blocks = left.map((part) => find(part)?.block ?? read(part));
  const kept = (range: Range | undefined): Kept | undefined => {
    const section = range && layout.sections[range.section];
    return section && { section, from: range.from, to: range.to };
  };
  // It stays the same section for as long as any of its blocks stays, so that what was made of those can be used again.
  const places = [before, behind].map((range) => range && layout.sections[range.section]?.place);
  const place = places.find((old) => old && !taken.has(old)) ?? createPlace();
  taken.add(place);
  return editSection(place, kept(before), blocks, kept(behind), draft);
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
  if (first && (first.index <= witnesses || sections[first.section]?.fragile))
    first = blockOf(layout, first.section, 0);
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
    last = tries < witnesses ? next : lastBlock(layout, last.section);
  }
  return undefined;
}

/** Whether further entries of a section, which are cut already, may follow a draft. */
function goesOn(draft: Draft | undefined, section: Section | undefined): boolean {
  if (!draft || draft.fragile || section?.fragile !== false || draft.column !== section.column) return false;
  return draft.blocks[0]?.kind === 'inner' || draft.blocks.length > witnesses;
}
