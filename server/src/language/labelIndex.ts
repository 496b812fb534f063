import type { LabelSpace, Member } from '../model/labelSpace';
import { readBoolean, readNumber, readText, readTexts } from '../model/read';
import type { Taxonomy } from '../model/taxonomy';
import type { Frame, YamlEntry, YamlScalar } from '../yaml/node';
import { firstEntries, keyText, valueAt } from '../yaml/node';

/** What is asked of all labels at once, as it is written: little enough to be kept of each. */
export interface LabelFacts {
  readonly abstract: boolean;
  readonly deprecated: boolean;
  readonly layer?: string;
  readonly value?: number;
  readonly color?: YamlScalar;
}

/** The labels of a file with what is asked of all of them; the lists have the same order. */
export interface LabelIndex {
  readonly entries: readonly YamlEntry[];
  facts(): readonly LabelFacts[];
  /** The words a label is found by, in lower case: its id, its name, its synonyms. */
  words(): readonly string[];
}

/** The index of a taxonomy. After an edit only labels that it changed are read. */
export function labelIndexOf({ document, labels }: Taxonomy): LabelIndex {
  const node = valueAt(document.root, 'labels');
  const entries =
    node?.kind === 'map' ? firstEntries(node) : [...labels.values()].map((label) => ({ ...label, value: label.node }));
  const frame = node?.frame ?? document.root.frame;
  return { entries, facts: () => facts(frame, entries), words: () => words(frame, entries) };
}

/** Goes through all labels of a space, in the order of the documents. */
export function eachLabel(space: LabelSpace, use: (id: string, facts: LabelFacts, entry: YamlEntry) => void): void {
  for (const member of space.members) {
    const index = labelIndexOf(member.taxonomy);
    const all = index.facts();
    index.entries.forEach((entry, i) => {
      const known = all[i];
      if (known && isOfSpace(space, member, keyText(entry))) use(keyText(entry), known, entry);
    });
  }
}

/** Whether the label of that id is the member's own: an import can have the same one. */
export function isOfSpace(space: LabelSpace, { uri }: Member, id: string): boolean {
  return space.members.length < 2 || space.labels.get(id)?.uri === uri;
}

const facts = perEntry(({ value }): LabelFacts => ({
  abstract: readBoolean(valueAt(value, 'abstract')) ?? false,
  deprecated: valueAt(value, 'deprecated') !== undefined,
  layer: readText(valueAt(value, 'layer')),
  value: readNumber(valueAt(value, 'value')),
  color: scalarAt(value, 'color'),
}));

const words = perEntry(({ key, value }) =>
  [key.source, readText(valueAt(value, 'name')) ?? '', ...readTexts(valueAt(value, 'synonyms')).map(({ text }) => text)]
    .filter(Boolean)
    .join(' ')
    .toLowerCase(),
);

function scalarAt(value: YamlEntry['value'], key: string): YamlScalar | undefined {
  const node = valueAt(value, key);
  return node?.kind === 'scalar' && node.style !== 'missing' ? node : undefined;
}

/**
 * Makes something of each entry of a map, which has a frame of its own in all versions of its document: of entries that
 * an edit left alone it is taken over.
 */
export function perEntry<T>(
  make: (entry: YamlEntry) => T,
): (frame: Frame, entries: readonly YamlEntry[]) => readonly T[] {
  const kept = new WeakMap<Frame, { readonly entries: readonly YamlEntry[]; readonly made: readonly T[] }>();
  return (frame, entries) => {
    const before = kept.get(frame) ?? { entries: [], made: [] };
    if (before.entries === entries) return before.made;
    const shorter = Math.min(before.entries.length, entries.length);
    const [last, lastBefore] = [entries.length - 1, before.entries.length - 1];
    let start = 0;
    while (start < shorter && before.entries[start] === entries[start]) start++;
    let end = 0;
    while (end < shorter - start && before.entries[lastBefore - end] === entries[last - end]) end++;
    const made = before.made
      .slice(0, start)
      .concat(entries.slice(start, entries.length - end).map(make), before.made.slice(before.made.length - end));
    kept.set(frame, { entries, made });
    return made;
  };
}
