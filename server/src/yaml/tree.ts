import type { Block } from './block';
import { errorOf } from './block';
import type { YamlError } from './document';
import { joinBelow } from './isolate';
import { firstOf, keysOf, moveKeys } from './keys';
import type { Section } from './layout';
import type { Span, YamlEntry, YamlMap, YamlScalar } from './node';
import { isMergeKey } from './repeated';

/** What a section reads as. */
export interface SectionTree {
  /** What it adds to the root: one entry, where all is well. */
  readonly entries: readonly YamlEntry[];
  /** In the order of the text. */
  readonly errors: readonly YamlError[];
  /** Its own map, where it has blocks for entries: the value of its last entry. */
  readonly map?: YamlMap;
  /** The entries of that map that its first block holds. */
  readonly above?: readonly YamlEntry[];
  /** A `...` at its end: wrong, when another section follows. */
  readonly ended?: YamlError;
}

/** A section with what it reads as. */
export interface Read {
  readonly section: Section;
  readonly tree: Pick<SectionTree, 'map' | 'above'>;
}

/** The tree of a section. `previous` is one of the same section before an edit, of which the index of keys is taken over. */
export function treeOf(section: Section, previous?: Read): SectionTree {
  const head = section.blocks[0];
  const ended = section.blocks.at(-1)?.ended;
  const rest = ended && { ended };
  if (!head || section.blocks.length === 1) return { entries: head?.entries ?? [], errors: head?.errors ?? [], ...rest };

  const below: YamlEntry[] = [];
  const errors = new Errors(section);
  for (let i = 0; i < section.blocks.length; i++) {
    const block = section.blocks[i];
    if (!block) continue;
    for (const error of block.errors) errors.add(error, i);
    if (block.ended && i < section.blocks.length - 1) errors.add(block.ended, i);
    if (i > 0) for (const entry of block.entries) below.push(entry);
  }
  const own = head.entries.at(-1);
  if (!own) return { entries: [], errors: errors.all(), ...rest };

  const { entries, faults } = joinBelow(own.value, head.valueColumn, section.column, below);
  for (const fault of faults) errors.add(errorOf({ frame: head.place, ...fault }), 0);
  const key: YamlScalar = { ...own.key, frame: section.place };
  const map = mapOf(section, entries);
  const above = entries.slice(0, entries.length - below.length);
  if (previous) takeOverKeys(previous, { section, tree: { map, above } });
  for (const entry of repeated(map)) errors.add(errorOf({ ...entry.key, code: 'DUPLICATE_KEY' }));
  return { entries: [...head.entries.slice(0, -1), { key, value: map }], errors: errors.all(), map, above, ...rest };
}

function mapOf(section: Section, entries: readonly YamlEntry[]): YamlMap {
  const [first, last] = [entries[0], entries.at(-1)];
  const start = first ? offsetIn(section, first.key) + startOf(section, first) : 0;
  const end = last ? offsetIn(section, last.key) + Math.max(last.key.end, last.value.end) : start;
  return { kind: 'map', style: 'block', entries, frame: section.place, start, end };
}

/** Where a map starts with this entry: before the key, when that is written with a question mark. */
function startOf(section: Section, { key }: YamlEntry): number {
  const index = indexIn(section, key);
  return (index > 0 && section.blocks[index]?.root?.start) || key.start;
}

/** Where the block that a span is counted in starts in its section. */
function offsetIn(section: Section, span: Span): number {
  return section.starts[indexIn(section, span)] ?? 0;
}

function indexIn(section: Section, span: Span): number {
  const { index } = span.frame as Block['place'];
  return section.blocks[index]?.place === span.frame ? index : 0;
}

function takeOverKeys(before: Read, after: Read): void {
  if (!before.tree.map || !after.tree.map) return;
  const [old, now] = [before.section.blocks, after.section.blocks];
  const shorter = Math.min(old.length, now.length);
  let same = 1;
  while (same < shorter && old[same] === now[same]) same++;
  let behind = 0;
  while (behind < shorter - same && old[old.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
  const changed = ({ section: { blocks }, tree: { above } }: Read) => [
    ...(above ?? []),
    ...blocks.slice(same, blocks.length - behind).flatMap(({ entries }) => entries),
  ];
  moveKeys(before.tree.map, after.tree.map, changed(before), changed(after), (a, b) => {
    return indexIn(after.section, a.key) - indexIn(after.section, b.key) || a.key.start - b.key.start;
  });
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

/** Gathers errors of a section in the order of its text; of several at one place the first counts. */
class Errors {
  private readonly found: { at: number; error: YamlError }[] = [];

  constructor(private readonly section: Section) {}

  add(error: YamlError, block = indexIn(this.section, error)): void {
    this.found.push({ at: (this.section.starts[block] ?? 0) + error.start, error });
  }

  all(): YamlError[] {
    return this.found
      .sort((a, b) => a.at - b.at)
      .filter(({ at }, i, all) => all[i - 1]?.at !== at)
      .map(({ error }) => error);
  }
}
