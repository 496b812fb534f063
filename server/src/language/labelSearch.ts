import type { LabelSpace, Member, SpaceLabel } from '../model/labelSpace';
import { labelOf } from '../model/label';
import type { YamlEntry } from '../yaml/node';
import { keyText, valueAt } from '../yaml/node';
import { isOfSpace, labelIndexOf } from './labelIndex';
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
  const indexes = space.members.map((member) => ({ member, index: labelIndexOf(member.taxonomy) }));
  const more = indexes.reduce((sum, { index }) => sum + index.entries.length, 0) > most;
  const matches = createMatches<{ member: Member; entry: YamlEntry }>(more ? typed : '', most);
  for (const { member, index } of indexes) {
    index.words().forEach((words, i) => {
      const rank = matches.rank(words);
      const entry = rank === undefined ? undefined : index.entries[i];
      if (rank === undefined || !entry || !isMeant(keyText(entry)) || !isOfSpace(space, member, keyText(entry))) return;
      matches.add(rank, { member, entry }, valueAt(entry.value, 'deprecated') !== undefined);
    });
  }
  return { labels: matches.best().map(({ member, entry }) => ({ ...member, label: labelOf(entry) })), more };
}
