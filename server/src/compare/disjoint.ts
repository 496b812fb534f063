import type { About, Fact } from './comparator';
import { tell } from './comparator';
import type { Version } from './version';
import { child, itemsOf } from './side';
import { textOf } from './comparators/scalars';

interface Pair {
  readonly label: string;
  readonly fact: Fact;
}

/** Labels that exclude each other; it holds in both directions, wherever it is written. */
function disjointPairs(version: Version, newId: (id: string) => string): Map<string, Pair> {
  const result = new Map<string, Pair>();
  for (const [id, { label }] of version.labels) {
    if (label.disjointWith.length === 0) continue;
    for (const side of itemsOf(child(version.label(id), 'disjointWith'))) {
      const other = textOf(side);
      const key = [newId(id), newId(other)].sort().join('\n');
      if (!result.has(key)) result.set(key, { label: newId(id), fact: { side, value: other } });
    }
  }
  return result;
}

/** Tells which labels may no longer, or may again, be given together; of labels that are new or gone, nothing twice. */
export function compareDisjoint(
  pairs: { readonly before: Version; readonly after: Version; readonly renamed: (id: string) => string },
  within: (id: string) => About,
): void {
  const old = disjointPairs(pairs.before, pairs.renamed);
  const now = disjointPairs(pairs.after, (id) => id);
  if (old.size === 0 && now.size === 0) return;
  const before = new Set([...pairs.before.labels.keys()].map(pairs.renamed));
  const inBoth = (key: string) => key.split('\n').every((id) => before.has(id) && pairs.after.labels.has(id));
  for (const [key, { label, fact }] of now) {
    if (!old.has(key) && inBoth(key)) tell(within(label), 'disjoint-added', undefined, fact);
  }
  for (const [key, { label, fact }] of old) {
    if (!now.has(key) && inBoth(key)) tell(within(label), 'disjoint-removed', fact, undefined);
  }
}
