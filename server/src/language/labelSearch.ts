import type { LabelSpace, SpaceLabel } from '../model/labelSpace';
import { labelOf } from '../model/label';
import type { YamlEntry } from '../yaml/node';
import { keyText } from '../yaml/node';
import type { MemberIndex } from './labelIndex';
import { flag, labelIndexes } from './labelIndex';
import { createMatches } from './matches';

/** Labels that were looked for. */
export interface FoundLabels {
  /** The best first; where all are given, in the order of the documents. Deprecated ones come last. */
  readonly labels: readonly SpaceLabel[];
  /** Whether there are others, which do not fit as well what is typed. */
  readonly more: boolean;
}

/**
 * The labels of a space that fit best what is typed: by id, name and synonyms. All labels, whatever is typed, where
 * there are no more than `most`: then the editor can choose by itself.
 */
export function searchLabels(
  space: LabelSpace,
  typed: string,
  most: number,
  isMeant: (id: string) => boolean,
): FoundLabels {
  const indexes = labelIndexes(space);
  const more = indexes.reduce((sum, { entries }) => sum + entries.length, 0) > most;
  const exact = more && isMeant(typed) ? space.labels.get(typed) : undefined;
  const matches = createMatches<{ index: MemberIndex; entry: YamlEntry }>(more ? typed : '', most);
  for (const index of indexes) {
    const [words, flags] = [index.words(), index.flags()];
    for (let i = 0; i < words.length && !matches.isFull(); i++) {
      const rank = matches.rank(words[i] ?? '');
      const entry = rank === undefined ? undefined : index.entries[i];
      if (rank === undefined || !entry || !isMeant(keyText(entry)) || !index.counts(entry)) continue;
      if (entry.key !== exact?.label.key) matches.add(rank, { index, entry }, ((flags[i] ?? 0) & flag.deprecated) > 0);
    }
  }
  const others = matches
    .best()
    .map(({ index: { uri, taxonomy }, entry }) => ({ uri, taxonomy, label: labelOf(entry) }));
  return { labels: exact ? [exact, ...others].slice(0, most) : others, more };
}
