import type { Level } from '../protocol';

/** The levels chosen after a click on one: that one alone, all (none chosen) when it was, or with `adds` one more or less. */
export function afterClick(chosen: ReadonlySet<Level>, level: Level, adds: boolean): ReadonlySet<Level> {
  if (!adds) return chosen.size === 1 && chosen.has(level) ? new Set() : new Set([level]);
  const next = new Set(chosen);
  if (!next.delete(level)) next.add(level);
  return next;
}

/** The levels to be shown, of those that there are: all when none of them is chosen. */
export function shownLevels(there: ReadonlySet<Level>, chosen: ReadonlySet<Level>): ReadonlySet<Level> {
  const both = [...there].filter((level) => chosen.has(level));
  return both.length ? new Set(both) : there;
}
