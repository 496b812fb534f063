import type { ResolvedTaxonomy } from '../workspace/workspace';
import type { Change, ChangeValue } from './change';
import { attributeFact, compareAttribute, pairAttributes } from './attribute';
import type { AttributeSides } from './attribute';
import type { About, Fact, Named } from './comparator';
import { factOf, tell } from './comparator';
import type { Pairing, Rename } from './concepts';
import { pairConcepts } from './concepts';
import { compareDisjoint } from './disjoint';
import { compareInherited, labelConcept, signature } from './labels';
import type { Lineage } from './lineage';
import { readLineage } from './lineage';
import { follow } from './follow';
import { tellPairing } from './pairing';
import { child, rootSide } from './side';
import { taxonomyHead } from './tables/common';
import { ownKeys } from './tables/label';
import { isRetired, ofTombstone } from './tombstone';
import { unchangedLabels } from './unchanged';
import { calledIn, compareValue, valueOwners } from './values';
import type { Version } from './version';
import { createVersion } from './version';

/** How the labels of two taxonomies go together. */
export interface LabelPairs {
  readonly before: Version;
  readonly after: Version;
  readonly pairing: Pairing;
  readonly lineage: Lineage;
  /** The id that an old id has now; none that a new label has, where that is another one. */
  readonly renamed: (id: string) => string;
  /** The labels that took the place of one that went out of use between the versions. */
  readonly replacedBy: (id: string) => readonly string[];
}

/** Pairs the labels of two taxonomies, imported ones included. */
export function pairLabels(before: ResolvedTaxonomy, after: ResolvedTaxonomy): LabelPairs {
  const [old, now] = [
    createVersion(before.space, lostWith(after, before)),
    createVersion(after.space, lostWith(before, after)),
  ];
  const lineage = readLineage(old, now);
  const concepts = (version: Version, tombstones: ReadonlySet<string>) =>
    [...version.labels.keys()].filter((id) => !tombstones.has(id)).map((id) => labelConcept(version, id));
  // A tombstone still carries the old id, which the rename speaks for: it is no label of its own.
  const { tombstones, renames } = lineage;
  const pairing = pairConcepts(concepts(old, tombstones.before), concepts(now, tombstones.after), renames);
  const target = new Map<string, string>(pairing.renames.map((rename) => [rename.before, rename.after]));
  for (const [one, other] of pairing.swaps) target.set(one, other).set(other, one);
  const taken = new Set(target.values());
  const gone = (id: string) => (taken.has(id) ? `${id}, which is another label now` : id);
  return {
    before: old,
    after: now,
    pairing,
    lineage,
    renamed: (id) => target.get(id) ?? gone(id),
    replacedBy: (id) => lineage.merged.get(id) ?? lineage.split.get(id) ?? [],
  };
}

/** Files of `resolved` that `other` imports, too, and could not read: nothing can be said of their labels. */
function lostWith(other: ResolvedTaxonomy, resolved: ResolvedTaxonomy): Set<string> {
  const missing = new Set(other.imports.filter(({ missing: reason }) => reason !== undefined).map(({ path }) => path));
  return new Set(resolved.imports.flatMap(({ path, uri }) => (uri !== undefined && missing.has(path) ? [uri] : [])));
}

/** What differs between two versions of a taxonomy, on effective labels. */
export function compareTaxonomies(before: ResolvedTaxonomy, after: ResolvedTaxonomy): Change[] {
  const changes: Change[] = [];
  const pairs = pairLabels(before, after);
  const renames: Rename[] = [];
  const about: About = {
    subject: after.taxonomy.id?.text ?? before.taxonomy.id?.text ?? '',
    kind: 'taxonomy',
    renamed: (named: Named, id: string) =>
      named === 'label' ? pairs.renamed(id) : (renames.find((rename) => rename.before === id)?.after ?? id),
    replacedBy: (named, id) => (named === 'label' ? pairs.replacedBy(id) : []),
    add: (change) => changes.push(change),
  };
  const root = ({ file }: ResolvedTaxonomy) => rootSide(file.uri, file.document);
  taxonomyHead.compare(root(before), root(after), about);

  const shared = compareShared(pairs, renames, about);
  const labels = createLabelComparison(pairs, shared, renames, about);
  const within = labels.within;
  const facts = {
    before: (id: string) => factOf(pairs.before.label(id)),
    after: (id: string) => factOf(pairs.after.label(id)),
  };
  tellPairing('label', pairs.pairing, facts, within, (old, now) => changes.push(...labels.changes(old, now)));
  tellArrivals(pairs, within, facts);
  compareDisjoint(pairs, within);
  return changes;
}

/** New and gone labels, and those whose place others took. */
function tellArrivals(
  { pairing, lineage, before, after }: LabelPairs,
  within: (id: string) => About,
  facts: { readonly before: (id: string) => Fact | undefined; readonly after: (id: string) => Fact | undefined },
): void {
  const owners = valueOwners(before);
  for (const id of pairing.added) {
    const from = [...lineage.merged, ...lineage.split].filter(([, to]) => to.includes(id)).map(([old]) => old);
    const former = owners.get(labelConcept(after, id).value ?? '');
    const details: { [key: string]: ChangeValue } = {};
    if (from.length > 0) details['takesOver'] = from;
    if (former !== undefined) details['formerly'] = calledIn(before, former);
    tell(within(id), 'label-added', undefined, facts.after(id), details);
  }
  for (const id of pairing.removed) tell(within(id), 'label-removed', facts.before(id), undefined);
}

interface LabelComparison {
  readonly within: (id: string) => About;
  /** What differs between an old label and a new one, without what is told of their parents already. */
  readonly changes: (before: string, after: string) => readonly Change[];
}

function createLabelComparison(
  pairs: LabelPairs,
  shared: ReadonlyMap<string, readonly string[]>,
  renames: readonly Rename[],
  about: About,
): LabelComparison {
  const { before, after } = pairs;
  const known = new Map<string, readonly Change[]>();
  const owners = valueOwners(before);
  const changedAttributes = new Set([
    ...shared.keys(),
    ...renames.map((rename) => rename.before),
    ...shadowedAttributes(before),
    ...shadowedAttributes(after),
  ]);
  const unchanged = unchangedLabels(before, after, (id) => pairs.renamed(id) !== id, changedAttributes);

  const within = (id: string): About => ({
    ...about,
    subject: id,
    kind: 'label',
    name: (after.labels.get(id) ?? before.labels.get(id))?.label.name,
  });

  /** All differences of what is handed down, those from above included. */
  function inherited(old: string, now: string): readonly Change[] {
    const key = `${old}\n${now}`;
    const found = known.get(key);
    if (found) return found;
    const changes: Change[] = [];
    known.set(key, changes);
    if (old === now && unchanged(now)) return changes;
    const below = after.space.descendants(now).length;
    const add = (change: Change) =>
      changes.push(below > 0 ? { ...change, details: { ...change.details, below } } : change);
    compareInherited(pairs, old, now, { ...within(now), add }, renames);
    return changes;
  }

  /** What a label's parents in both versions have in common with it, and what shared definitions tell. */
  function toldAbove(old: string, now: string): Set<string> {
    const told = new Set<string>();
    const oldParents = parentsOf(before, old);
    for (const parent of parentsOf(after, now)) {
      const was = oldParents.find((id) => pairs.renamed(id) === parent);
      if (was === undefined || !after.labels.has(parent) || !before.labels.has(was)) continue;
      if (isRetired(before, after, was, parent)) continue;
      for (const change of inherited(was, parent)) told.add(signature(change, parent));
    }
    for (const [id, signatures] of shared) {
      const was = renames.find((rename) => rename.after === id)?.before ?? id;
      if (before.usesShared(old, was) && after.usesShared(now, id)) for (const one of signatures) told.add(one);
    }
    return told;
  }

  return {
    within,
    changes(old, now) {
      if (old === now && unchanged(now)) return [];
      const changes: Change[] = [];
      const inner: About = { ...within(now), add: (change) => changes.push(change) };
      ownKeys.compare(before.label(old), after.label(now), {
        ...inner,
        add: (change) => changes.push(withTargets(change, pairs.lineage, old)),
      });
      compareParents(pairs, old, now, inner);
      compareValue(pairs, owners, old, now, inner);
      const all = inherited(old, now);
      const told = all.length === 0 ? new Set<string>() : toldAbove(old, now);
      const own = [...changes, ...all.filter((change) => !told.has(signature(change, now)))];
      return isRetired(before, after, old, now) ? ofTombstone(own, after, now) : own;
    },
  };
}

/** Attributes that several files define: which definition counts depends on the label's file. */
function shadowedAttributes({ space }: Version): string[] {
  const ids = space.members.flatMap(({ taxonomy }) => [...taxonomy.attributes.keys()]);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

function parentsOf(version: Version, id: string): string[] {
  return version.labels.get(id)?.label.parents.map(({ text }) => text) ?? [];
}

function compareParents(pairs: LabelPairs, old: string, now: string, about: About): void {
  const [was, is] = [parentsOf(pairs.before, old), parentsOf(pairs.after, now)];
  const { gone, come } = follow(was, is, { id: (id) => id, renamed: pairs.renamed, replacedBy: pairs.replacedBy });
  if (gone.length + come.length === 0) return;
  const fact = (version: Version, id: string, value: readonly string[]): Fact => {
    const label = version.label(id);
    return { side: child(label, 'parent') ?? label, value };
  };
  tell(about, 'label-moved', fact(pairs.before, old, was), fact(pairs.after, now, is));
}

/** A label that went out of use and names what takes its place was merged or split. */
function withTargets(change: Change, lineage: Lineage, old: string): Change {
  if (change.id !== 'label-deprecated') return change;
  const [merged, split] = [lineage.merged.get(old), lineage.split.get(old)];
  if (split) return { ...change, id: 'label-split', details: { ...change.details, into: split } };
  if (merged) return { ...change, id: 'label-merged', details: { ...change.details, into: merged } };
  return change;
}

/**
 * Tells changes of shared definitions once. Fills `renames`, and gives by attribute the signatures that labels repeat.
 */
function compareShared(pairs: LabelPairs, renames: Rename[], about: About): Map<string, readonly string[]> {
  const sides = (version: Version): AttributeSides => {
    const result = new Map();
    for (const [id, attribute] of version.space.attributes) {
      const side = version.shared(id);
      if (side) result.set(id, { attribute, side });
    }
    return result;
  };
  const [old, now] = [sides(pairs.before), sides(pairs.after)];
  const pairing = pairAttributes(old, now, []);
  renames.push(...pairing.renames);
  const signatures = new Map<string, string[]>();
  const within = (id: string): About => ({
    ...about,
    subject: id,
    kind: 'shared attribute',
    name: (now.get(id) ?? old.get(id))?.attribute.name,
    add(change) {
      signatures.set(id, [...(signatures.get(id) ?? []), signature({ ...change, subject: `.${change.subject}` }, '')]);
      about.add(change);
    },
  });
  const fact = (from: AttributeSides) => (id: string) => {
    const found = from.get(id);
    return found && attributeFact(found);
  };
  const facts = { before: fact(old), after: fact(now) };
  tellPairing('attribute', pairing, facts, within, (before, after, inner) => {
    const [was, is] = [old.get(before), now.get(after)];
    if (was && is) compareAttribute(was, is, inner);
  });
  for (const id of pairing.added) tell(within(id), 'shared-attribute-added', undefined, facts.after(id));
  for (const id of pairing.removed) tell(within(id), 'shared-attribute-removed', facts.before(id), undefined);
  return signatures;
}
