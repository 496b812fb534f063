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
function replacements(before: Version, after: Version): Replacement[] {
  return [...after.labels.values()].flatMap(({ label }) => {
    const was = before.labels.get(label.id)?.label;
    if (!was || was.deprecated || !label.deprecated || label.deprecated.replacedBy.length === 0) return [];
    const { replacedBy, split } = label.deprecated;
    const to = replacedBy.map(({ id }) => id);
    return [{ from: label.id, to, split, plain: replacedBy.every(({ attributes }) => attributes.size === 0) }];
  });
}

/** Replacements of one old label by one new label that nothing else goes into. */
function renamesIn(found: readonly Replacement[], before: Version, after: Version): Map<string, string> {
  const result = new Map<string, string>();
  for (const { from, to, split, plain } of found) {
    const [only, ...others] = to;
    if (only === undefined || others.length > 0 || split || !plain) continue;
    const alone = found.every((other) => other.from === from || !other.to.includes(only));
    if (alone && !before.labels.has(only) && after.labels.has(only)) result.set(from, only);
  }
  return result;
}

/** Reads what became of labels; a tombstone that was taken back is read the other way round. */
export function readLineage(before: Version, after: Version): Lineage {
  const found = replacements(before, after);
  const forward = renamesIn(found, before, after);
  const back = renamesIn(replacements(after, before), after, before);
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
