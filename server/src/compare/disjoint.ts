import { entryOf } from '../yaml/node';
import type { About, Fact } from './comparator';
import { tell } from './comparator';
import { textOf } from './comparators/scalars';
import { child, itemsOf } from './side';
import type { LabelPairs } from './labelPairs';
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
function* disjointPairs(
  version: Version,
  idOf: (id: string) => string | undefined,
): Generator<undefined, Map<string, Pair>> {
  const result = new Map<string, Pair>();
  for (const [id, { node }] of version.labels) {
    yield;
    if (!entryOf(node, 'disjointWith')) continue;
    for (const side of itemsOf(child(version.label(id), 'disjointWith'))) {
      const other = textOf(side);
      const [one, two] = [idOf(id), idOf(other)];
      if (one === undefined || two === undefined) continue;
      const key = one < two ? `${one}\n${two}` : `${two}\n${one}`;
      if (!result.has(key)) result.set(key, { label: one, fact: { side, value: other } });
    }
  }
  return result;
}

/** Tells which labels may no longer, or may again, be given together. */
export function* disjointSteps(
  { before, after, same, pairing, replacedBy }: Omit<LabelPairs, 'lineage' | 'renamed'>,
  within: (id: string) => About,
): Generator<undefined, void> {
  const successors = new Map<string, string | undefined>();
  for (const id of pairing.kept) {
    yield;
    const [only, ...others] = same.has(id) ? [] : replacedBy(id).filter((other) => after.labels.has(other));
    const isKept = same.has(id) || !isRetired(before, after, id, id);
    successors.set(id, only !== undefined && others.length === 0 ? only : isKept ? id : undefined);
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

  // What is a label in neither version is a mistake, compared as it is written.
  const unknown = (id: string) => (before.labels.has(id) || after.labels.has(id) ? undefined : id);
  const old = yield* disjointPairs(before, (id) => successors.get(id) ?? early.get(id) ?? unknown(id));
  const now = yield* disjointPairs(after, (id) => (lasting.has(id) ? id : (stale.get(id) ?? unknown(id))));
  for (const [key, { label, fact }] of now) if (!old.has(key)) tell(within(label), 'disjoint-added', undefined, fact);
  for (const [key, { label, fact }] of old) if (!now.has(key)) tell(within(label), 'disjoint-removed', fact, undefined);
}
