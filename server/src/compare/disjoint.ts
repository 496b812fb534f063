import type { About, Fact } from './comparator';
import { tell } from './comparator';
import { textOf } from './comparators/scalars';
import { child, itemsOf } from './side';
import type { LabelPairs } from './taxonomy';
import { isRetired } from './tombstone';
import type { Version } from './version';

interface Pair {
  readonly label: string;
  readonly fact: Fact;
}

/**
 * Labels that exclude each other; it holds in both directions, wherever it is written. `idOf` gives the id to compare
 * by, and nothing for labels that are new or gone: of those nothing has to be said twice.
 */
function disjointPairs(version: Version, idOf: (id: string) => string | undefined): Map<string, Pair> {
  const result = new Map<string, Pair>();
  for (const [id, { label }] of version.labels) {
    if (label.disjointWith.length === 0) continue;
    for (const side of itemsOf(child(version.label(id), 'disjointWith'))) {
      const other = textOf(side);
      const [one, two] = [idOf(id), idOf(other)];
      if (one === undefined || two === undefined) continue;
      const key = [one, two].sort().join('\n');
      if (!result.has(key)) result.set(key, { label: one, fact: { side, value: other } });
    }
  }
  return result;
}

/** Tells which labels may no longer, or may again, be given together. */
export function compareDisjoint(
  { before, after, pairing, replacedBy }: Pick<LabelPairs, 'before' | 'after' | 'pairing' | 'replacedBy'>,
  within: (id: string) => About,
): void {
  const isKept = (id: string) => !isRetired(before, after, id, id);
  const successors = new Map<string, string>(pairing.kept.filter(isKept).map((id) => [id, id]));
  for (const id of pairing.kept) {
    const [only, ...others] = replacedBy(id);
    if (only !== undefined && others.length === 0) successors.set(id, only);
  }
  for (const [one, other] of pairing.swaps) successors.set(one, other).set(other, one);
  const lasting = new Set(successors.values());
  // A reference may still, or already, have the other id of a renamed label.
  const [stale, early] = [new Map<string, string>(), new Map<string, string>()];
  for (const rename of pairing.renames) {
    successors.set(rename.before, rename.after);
    lasting.add(rename.after);
    stale.set(rename.before, rename.after);
    early.set(rename.after, rename.after);
  }

  const old = disjointPairs(
    before,
    (id) => successors.get(id) ?? early.get(id) ?? (before.labels.has(id) ? undefined : id),
  );
  const now = disjointPairs(after, (id) => {
    if (lasting.has(id)) return id;
    return stale.get(id) ?? (after.labels.has(id) ? undefined : id);
  });
  for (const [key, { label, fact }] of now) if (!old.has(key)) tell(within(label), 'disjoint-added', undefined, fact);
  for (const [key, { label, fact }] of old) if (!now.has(key)) tell(within(label), 'disjoint-removed', fact, undefined);
}
