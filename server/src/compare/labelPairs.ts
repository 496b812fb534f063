import type { ResolvedTaxonomy } from '../workspace/workspace';
import type { Pairing } from './concepts';
import { pairConceptsSteps } from './concepts';
import { labelCodes, labelConcept } from './labels';
import type { Lineage } from './lineage';
import { lineageSteps } from './lineage';
import { sameTextSteps } from './sameText';
import type { Successors } from './successors';
import { successorSteps } from './successors';
import type { Version } from './version';
import { versionSteps } from './version';

/** How the labels of two taxonomies go together. */
export interface LabelPairs {
  readonly before: Version;
  readonly after: Version;
  /** Ids of the labels that are written the same in both. */
  readonly same: ReadonlySet<string>;
  readonly pairing: Pairing;
  readonly lineage: Lineage;
  /** What seems to have become of labels that are gone, by their ids. */
  readonly successors: ReadonlyMap<string, Successors>;
  /** The id that an old id has now; none that a new label has, where that is another one. */
  readonly renamed: (id: string) => string;
  /** The labels that took the place of one that went out of use between the versions. */
  readonly replacedBy: (id: string) => readonly string[];
}

/** Pairs the labels of two taxonomies, imported ones included. */
export function* labelPairsSteps(before: ResolvedTaxonomy, after: ResolvedTaxonomy): Generator<undefined, LabelPairs> {
  const old = yield* versionSteps(before.space, lostWith(after, before));
  const now = yield* versionSteps(after.space, lostWith(before, after));
  const same = yield* sameTextSteps(old, now);
  const lineage = yield* lineageSteps(old, now, same);
  const pairing = yield* pairingSteps(old, now, same, lineage);
  const target = new Map<string, string>(pairing.renames.map((rename) => [rename.before, rename.after]));
  for (const [one, other] of pairing.swaps) target.set(one, other).set(other, one);
  const taken = new Set(target.values());
  const gone = (id: string) => (taken.has(id) ? `${id}, which is another label now` : id);
  return {
    before: old,
    after: now,
    same,
    pairing,
    lineage,
    successors: yield* successorSteps(old, now, same, pairing),
    renamed: (id) => target.get(id) ?? gone(id),
    replacedBy: (id) => lineage.merged.get(id) ?? lineage.split.get(id) ?? [],
  };
}

/** Labels that are written the same are the same: only the others are looked at. */
function* pairingSteps(
  before: Version,
  after: Version,
  same: ReadonlySet<string>,
  { tombstones, renames }: Lineage,
): Generator<undefined, Pairing> {
  // A tombstone still carries the old id, which the rename speaks for: it is no label of its own.
  function* concepts(version: Version, left: ReadonlySet<string>) {
    const result = [];
    for (const id of version.labels.keys()) {
      if (!same.has(id) && !left.has(id)) result.push(labelConcept(version, id));
      yield;
    }
    return result;
  }
  const old = yield* concepts(before, tombstones.before);
  const now = yield* concepts(after, tombstones.after);
  const codes = () => [...same].flatMap((id) => labelCodes(after, id));
  const pairing = yield* pairConceptsSteps(old, now, renames, { codes });
  const kept = new Set(pairing.kept);
  return { ...pairing, kept: [...before.labels.keys()].filter((id) => same.has(id) || kept.has(id)) };
}

/** Files of `resolved` that `other` imports, too, and could not read: nothing can be said of their labels. */
function lostWith(other: ResolvedTaxonomy, resolved: ResolvedTaxonomy): Set<string> {
  const missing = new Set(other.imports.filter(({ missing: reason }) => reason !== undefined).map(({ path }) => path));
  return new Set(resolved.imports.flatMap(({ path, uri }) => (uri !== undefined && missing.has(path) ? [uri] : [])));
}
