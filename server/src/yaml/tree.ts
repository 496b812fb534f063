import type { Block, Place } from './block';
import { errorOf } from './block';
import type { YamlError } from './document';
import { joinBelow } from './isolate';
import { firstOf, indexSteps, keysOf, moveKeys } from './keys';
import type { YamlEntry, YamlMap } from './node';
import { createMap, createScalar } from './nodes';
import { isMergeKey } from './repeated';
import type { Section } from './section';
import { firstFrom, indexOfPlace, spliced } from './section';
import { manyAtATime } from './steps';

/** What a section reads as. */
export interface SectionTree {
  /** What it adds to the root: one entry, where all is well. */
  readonly entries: readonly YamlEntry[];
  /** In the order of the text. */
  readonly errors: readonly YamlError[];
  /** Its own map, where it has blocks for entries: the value of its last entry. */
  readonly map?: YamlMap;
  /** The entries of that map that its first block holds. */
  readonly above: readonly YamlEntry[];
  /** The entries of that map that are blocks of their own. */
  readonly below: readonly YamlEntry[];
  /** Its blocks that have errors. */
  readonly faulty: readonly Block[];
  /** A `...` at its end: wrong, when another section follows. */
  readonly ended?: YamlError;
}

/** A section with what it reads as. */
export interface SectionRead {
  readonly section: Section;
  readonly tree: SectionTree;
}

/** Reads a section, in steps. `previous` is the same section before an edit: what is the same in both is not looked at again. */
export function* readSection(section: Section, previous?: SectionRead): Generator<undefined, SectionRead> {
  const head = section.blocks[0];
  const old = previous?.section.numbering === section.numbering ? previous : undefined;
  const change = changeOf(section, old?.section);
  const newlyFaulty: Block[] = [];
  const added: YamlEntry[] = [];
  let count = 0;
  for (const block of change.added) {
    if (isFaulty(block)) newlyFaulty.push(block);
    if (block !== head) for (const entry of block.entries) added.push(entry);
    if (++count % manyAtATime === 0) yield;
  }
  const faulty = replaced(old?.tree.faulty, change, newlyFaulty, (block) => block.place.order);
  const below = replaced(old?.tree.below, change, added, orderOf);
  const own = head?.entries.at(-1);
  const last = section.blocks.at(-1);
  const common = { below, faulty, ...(last?.ended && { ended: last.ended }) };
  if (!head || !own || section.blocks.length === 1) {
    const tree = {
      entries: head?.entries ?? [],
      errors: inOrder(section, errorsIn(section, faulty)),
      above: [],
      ...common,
    };
    return { section, tree };
  }

  const { entries, faults } = joinBelow(own.value, head.valueColumn, section.column, below);
  const above = entries.slice(0, entries.length - below.length);
  const map = mapOf(section, entries);
  if (old?.tree.map) {
    const removed = [...old.tree.above, ...change.removed];
    const isValid = () => section.numbering.valid;
    moveKeys(old.tree.map, map, { removed, added: [...above, ...added], inOrder: byPlace, isValid });
  } else {
    yield* indexSteps(map);
  }
  const { value, source, style, start, end } = own.key;
  const key = createScalar(value, source, style, section.place, start, end);
  const errors = inOrder(section, [
    ...errorsIn(section, faulty),
    ...faults.map((fault) => errorOf({ frame: head.place, ...fault })),
    ...repeated(map).map((entry) => errorOf({ ...entry.key, code: 'DUPLICATE_KEY' })),
  ]);
  return {
    section,
    tree: { entries: [...head.entries.slice(0, -1), { key, value: map }], errors, map, above, ...common },
  };
}

/** What is different in a section: blocks that are new, entries that are gone, and the orders that those had. */
interface Change {
  readonly added: readonly Block[];
  readonly removed: readonly YamlEntry[];
  readonly from: number;
  readonly to: number;
}

function changeOf(section: Section, old: Section | undefined): Change {
  const { blocks } = section;
  if (!old) return { added: blocks, removed: [], from: -Infinity, to: Infinity };
  const { same, behind } = section.since?.version === old.version ? section.since : sharedEnds(blocks, old.blocks);
  const end = old.blocks.length - behind;
  return {
    added: blocks.slice(same, blocks.length - behind),
    removed: old.blocks.slice(Math.max(same, 1), end).flatMap(({ entries }) => entries),
    from: old.blocks[same]?.place.order ?? Infinity,
    to: old.blocks[end]?.place.order ?? Infinity,
  };
}

/** How many of the first and of the last blocks are the same. */
function sharedEnds(blocks: readonly Block[], old: readonly Block[]): { same: number; behind: number } {
  const shorter = Math.min(blocks.length, old.length);
  let same = 0;
  while (same < shorter && blocks[same] === old[same]) same++;
  let behind = 0;
  while (behind < shorter - same && blocks[blocks.length - 1 - behind] === old[old.length - 1 - behind]) behind++;
  return { same, behind };
}

/** Items in the order of their blocks, with `added` in place of those of the blocks that a change took away. */
function replaced<Item>(
  items: readonly Item[] | undefined,
  { from, to }: Change,
  added: readonly Item[],
  order: (item: Item) => number,
): readonly Item[] {
  if (!items) return added;
  const [start, end] = [firstFrom(items, from, order), firstFrom(items, to, order)];
  return added.length === 0 && start === end ? items : spliced(items, start, end, added);
}

function orderOf({ key }: YamlEntry): number {
  return (key.frame as Place).order;
}

function byPlace(a: YamlEntry, b: YamlEntry): number {
  return orderOf(a) - orderOf(b) || a.key.start - b.key.start;
}

function isFaulty({ errors, ended }: Block): boolean {
  return errors.length > 0 || ended !== undefined;
}

function errorsIn(section: Section, faulty: readonly Block[]): YamlError[] {
  const last = section.blocks.at(-1);
  return faulty.flatMap((block) => (block.ended && block !== last ? [...block.errors, block.ended] : block.errors));
}

/** Errors in the order of the text; of several at one place the first counts. */
function inOrder(section: Section, errors: readonly YamlError[]): YamlError[] {
  return errors
    .map((error) => ({ error, at: offsetIn(section, error.frame as Place) + error.start }))
    .sort((a, b) => a.at - b.at)
    .filter(({ at }, i, all) => all[i - 1]?.at !== at)
    .map(({ error }) => error);
}

/** Where a block starts in its section. */
function offsetIn(section: Section, place: Place): number {
  return section.starts[indexOfPlace(section, place)] ?? 0;
}

function mapOf(section: Section, entries: readonly YamlEntry[]): YamlMap {
  const [first, last] = [entries[0], entries.at(-1)];
  const start = first ? offsetIn(section, first.key.frame as Place) + startOf(section, first) : 0;
  const end = last ? offsetIn(section, last.key.frame as Place) + Math.max(last.key.end, last.value.end) : start;
  return createMap('block', entries, section.place, start, end);
}

/** Where a map starts with this entry: before the key, when that is written with a question mark. */
function startOf(section: Section, { key }: YamlEntry): number {
  const index = indexOfPlace(section, key.frame as Place);
  return (index > 0 && section.blocks[index]?.root?.start) || key.start;
}

/** The entries of a map whose key it holds already, in no order. */
export function repeated(map: YamlMap): YamlEntry[] {
  const index = keysOf(map);
  return [...index.repeated].flatMap((key) => {
    const first = firstOf(index, key);
    const all = index.byKey.get(key);
    return Array.isArray(all) ? all.filter((entry) => entry !== first && !isMergeKey(entry)) : [];
  });
}
