import type { DiffChange } from '../../../../server/src/requests';
import type { Grouping, Level } from '../protocol';
import { levels, wordsOfLevel } from './words';

/** What changes are gathered under. */
export interface Group {
  readonly key: string;
  readonly title: string;
  /** The id, where it says more than the title. */
  readonly id?: string;
  readonly note?: string;
  /** The gravest of its changes. */
  readonly level: Level;
  readonly counts: ReadonlyMap<Level, number>;
}

/** One change in the list; the first one of a group has the group's heading. */
export interface Row {
  /** Unique in the list, and the same for the same change. */
  readonly key: string;
  readonly change: DiffChange;
  readonly heading?: Group;
}

/** Changes, gravest first, as the rows of a list. The group with the gravest change comes first. */
export function rowsOf(changes: readonly DiffChange[], grouping: Grouping): readonly Row[] {
  const groups = new Map<string, DiffChange[]>();
  for (const change of changes) {
    const key = grouping === 'level' ? change.level : `${change.about.kind} ${change.about.id}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const seen = new Map<string, number>();
  return [...groups].flatMap(([key, members]) =>
    members.map((change, index): Row => {
      const before = seen.get(change.fingerprint) ?? 0;
      seen.set(change.fingerprint, before + 1);
      const row = { key: before ? `${change.fingerprint}-${before}` : change.fingerprint, change };
      return index ? row : { ...row, heading: headingOf(key, members, grouping) };
    }),
  );
}

function headingOf(key: string, changes: readonly DiffChange[], grouping: Grouping): Group {
  const counts = new Map<Level, number>();
  for (const { level } of changes) counts.set(level, (counts.get(level) ?? 0) + 1);
  const level = levels.find((each) => counts.has(each.level))?.level ?? 'editorial';
  if (grouping === 'level') {
    const { name, meaning } = wordsOfLevel(level);
    return { key, title: name, note: meaning, level, counts };
  }
  const { kind, id, name } = changes[0]!.about;
  if (kind === 'part') return { key, title: name, level, counts };
  return { key, title: name, id, ...(kind === 'attribute' && { note: 'Shared attribute' }), level, counts };
}
