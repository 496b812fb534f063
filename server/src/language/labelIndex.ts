import type { LabelSpace } from '../model/labelSpace';
import { readBoolean, readEntries, readNumber, readText, readTexts } from '../model/read';
import type { Taxonomy } from '../model/taxonomy';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/node';
import { firstEntries, keyText, valueAt } from '../yaml/node';
import { perEntry } from './perEntry';

/**
 * What is asked of all labels of a file at once, as it is written there: one list for each question, in the order of
 * the entries. A list is made when it is first asked for; after an edit only labels that it changed are read again.
 */
export interface LabelIndex {
  readonly entries: readonly YamlEntry[];
  /** Sums of {@link flag}. */
  flags(): readonly number[];
  layers(): readonly (string | undefined)[];
  values(): readonly (number | undefined)[];
  colors(): readonly (YamlScalar | undefined)[];
  /** The words a label is found by, in lower case: its id, its name, its synonyms. */
  words(): readonly string[];
  /** The keys of a label's `alias` or `translations`. */
  keys(of: 'alias' | 'translations'): readonly (readonly string[])[];
}

export const flag = { abstract: 1, deprecated: 2 } as const;

/** The index of a taxonomy. */
export function labelIndexOf({ document, labels }: Taxonomy): LabelIndex {
  const node = valueAt(document.root, 'labels');
  const entries =
    node?.kind === 'map' ? firstEntries(node) : [...labels.values()].map((label) => ({ ...label, value: label.node }));
  const list = perEntry(node?.frame ?? document.root.frame, entries);
  return {
    entries,
    flags: () => list(flagsOf),
    layers: () => list(layerOf),
    values: () => list(valueOf),
    colors: () => list(colorOf),
    words: () => list(wordsOf),
    keys: (of) => list(of === 'alias' ? aliasesOf : languagesOf),
  };
}

/** The index of a file of a space. */
export interface MemberIndex extends LabelIndex {
  readonly uri: string;
  readonly taxonomy: Taxonomy;
  /** Whether a label counts: that of another file with the same id can hide it. */
  counts(entry: YamlEntry): boolean;
}

/** The indexes of a space's files. */
export function labelIndexes({ members, labels }: LabelSpace): MemberIndex[] {
  return members.map((member) => ({
    ...member,
    ...labelIndexOf(member.taxonomy),
    counts: (entry) => members.length < 2 || labels.get(keyText(entry))?.uri === member.uri,
  }));
}

function flagsOf({ value }: YamlEntry): number {
  const isAbstract = readBoolean(valueAt(value, 'abstract')) ?? false;
  return (isAbstract ? flag.abstract : 0) + (valueAt(value, 'deprecated') ? flag.deprecated : 0);
}

/** Layers are few: one text for all labels that have it. */
const layerNames = new Map<string, string>();

function layerOf({ value }: YamlEntry): string | undefined {
  const written = readText(valueAt(value, 'layer'));
  if (written === undefined) return undefined;
  const known = layerNames.get(written);
  if (known !== undefined) return known;
  if (layerNames.size > 1000) layerNames.clear();
  layerNames.set(written, written);
  return written;
}

function valueOf({ value }: YamlEntry): number | undefined {
  return readNumber(valueAt(value, 'value'));
}

function colorOf({ value }: YamlEntry): YamlScalar | undefined {
  const node = valueAt(value, 'color');
  return node?.kind === 'scalar' && node.style !== 'missing' ? node : undefined;
}

function wordsOf({ key, value }: YamlEntry): string {
  const synonyms = readTexts(valueAt(value, 'synonyms')).map(({ text }) => text);
  const found = [key.source, readText(valueAt(value, 'name')) ?? '', ...synonyms].filter(Boolean);
  return found.join(' ').toLowerCase();
}

const none: readonly never[] = [];

function keysBelow(node: YamlNode | undefined): readonly string[] {
  return node ? [...new Set(readEntries(node).map(({ id }) => id))] : none;
}

const aliasesOf = ({ value }: YamlEntry) => keysBelow(valueAt(value, 'alias'));
const languagesOf = ({ value }: YamlEntry) => keysBelow(valueAt(value, 'translations'));
