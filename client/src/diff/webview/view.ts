import type { DiffChange } from '../../../../server/src/requests';
import type { Level, Remedy, View } from '../protocol';
import { wordsOfLevel, wordsOfRemedy } from './words';

export const everything: View = { grouping: 'level', levels: [], remedies: [], search: '' };

/** Whether something is left out. */
export function isNarrowed({ levels, remedies, search }: View): boolean {
  return levels.length > 0 || remedies.length > 0 || search.trim() !== '';
}

/** The changes that are shown, in their order. A level, a remedy: all when none is chosen. Every word that is searched for must be there. */
export function shownChanges(
  changes: readonly DiffChange[],
  { levels, remedies, search }: View,
): readonly DiffChange[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return changes.filter(
    (change) =>
      (!levels.length || levels.includes(change.level)) &&
      (!remedies.length || remedies.includes(change.remedy)) &&
      words.every((word) => textOf(change).includes(word)),
  );
}

/** How many changes each level would show, with the other filters as they are. */
export function levelCounts(changes: readonly DiffChange[], view: View): ReadonlyMap<Level, number> {
  return counted(shownChanges(changes, { ...view, levels: [] }), ({ level }) => level);
}

/** The same for each remedy. */
export function remedyCounts(changes: readonly DiffChange[], view: View): ReadonlyMap<Remedy, number> {
  return counted(shownChanges(changes, { ...view, remedies: [] }), ({ remedy }) => remedy);
}

/** A list with an item more, or without it. */
export function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

function counted<K>(changes: readonly DiffChange[], keyOf: (change: DiffChange) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const change of changes) counts.set(keyOf(change), (counts.get(keyOf(change)) ?? 0) + 1);
  return counts;
}

const texts = new WeakMap<DiffChange, string>();

/** All that is written on a change. */
function textOf(change: DiffChange): string {
  let text = texts.get(change);
  if (text === undefined) {
    const { id, subject, about, message, reason, notes, before, after, level, remedy } = change;
    const written = [id, subject, about.id, about.name, message, reason, ...notes, before, after];
    text = folded([...written, wordsOfLevel(level).name, wordsOfRemedy(remedy).name].join('\n'));
    texts.set(change, text);
  }
  return text;
}

/** Without case and accents. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
