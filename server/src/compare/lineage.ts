import type { Rename } from './concepts';
import type { Version } from './version';

/** What the documents themselves say became of their labels, by `replacedBy`. */
export interface Lineage {
  readonly renames: readonly Rename[];
  /** Labels that others took the place of, with those: one label (several may go into it), or a choice among several. */
  readonly merged: ReadonlyMap<string, readonly string[]>;
  readonly split: ReadonlyMap<string, readonly string[]>;
  /** Old labels that stay in a document only to say what they are called now. */
  readonly tombstones: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
}

interface Replacement {
  readonly from: string;
  readonly to: readonly string[];
  readonly split: boolean;
  /** Whether the new label says as much as the old one, without attribute values. */
  readonly plain: boolean;
}

/** Labels that went out of use between two versions and name what takes their place. */
function* replacementSteps(
  before: Version,
  after: Version,
  same: ReadonlySet<string>,
): Generator<undefined, Replacement[]> {
  const result: Replacement[] = [];
  for (const [from, written] of after.labels) {
    yield;
    if (same.has(from)) continue;
    const [was, deprecated] = [before.labels.get(from)?.label, written.label.deprecated];
    if (!was || was.deprecated || !deprecated || deprecated.replacedBy.length === 0) continue;
    const { replacedBy, split } = deprecated;
    const plain = replacedBy.every(({ attributes }) => attributes.size === 0);
    result.push({ from, to: replacedBy.map(({ id }) => id), split, plain });
  }
  return result;
}

/** Replacements of one old label by one new label that nothing else goes into. */
function renamesIn(found: readonly Replacement[], before: Version, after: Version): Map<string, string> {
  const sources = new Map<string, number>();
  for (const { to } of found) for (const id of new Set(to)) sources.set(id, (sources.get(id) ?? 0) + 1);
  const result = new Map<string, string>();
  for (const { from, to, split, plain } of found) {
    const [only, ...others] = to;
    if (only === undefined || others.length > 0 || split || !plain) continue;
    if (sources.get(only) === 1 && !before.labels.has(only) && after.labels.has(only)) result.set(from, only);
  }
  return result;
}

/**
 * Reads what became of labels, but for those that are written the same; a tombstone that was taken back is read the other
 * way round.
 */
export function* lineageSteps(
  before: Version,
  after: Version,
  same: ReadonlySet<string>,
): Generator<undefined, Lineage> {
  const found = yield* replacementSteps(before, after, same);
  const forward = renamesIn(found, before, after);
  const back = renamesIn(yield* replacementSteps(after, before, same), after, before);
  const rest = found.filter(({ from }) => !forward.has(from));
  const targets = (split: boolean) =>
    new Map(rest.filter((item) => item.split === split).map(({ from, to }) => [from, to]));
  const rename = (from: string, to: string): Rename => ({
    before: from,
    after: to,
    certain: true,
    evidence: ['replacedBy'],
  });
  return {
    renames: [
      ...[...forward].map(([old, now]) => rename(old, now)),
      ...[...back].map(([old, now]) => rename(now, old)),
    ],
    merged: targets(false),
    split: targets(true),
    tombstones: { before: new Set(back.keys()), after: new Set(forward.keys()) },
  };
}
