import type { Change } from './change';
import type { About, Fact } from './comparator';
import { tell } from './comparator';
import type { Rename } from './concepts';
import { follow } from './follow';
import { createHandedDown } from './handedDown';
import type { LabelPairs } from './labelPairs';
import { compareInherited, signature } from './labels';
import type { Lineage } from './lineage';
import { child } from './side';
import { ownKeys } from './tables/label';
import { isRetired, ofTombstone } from './tombstone';
import type { ValueOwner } from './values';
import { compareValue } from './values';
import type { Version } from './version';

/** What a comparison of labels rests on. */
export interface LabelContext {
  readonly pairs: LabelPairs;
  /** What changed in shared definitions, as signatures by attribute. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  /** Shared definitions that have another id now. */
  readonly renames: readonly Rename[];
  /** Which label had a mask value before. */
  readonly ownerOf: ValueOwner;
  readonly within: (id: string) => About;
}

export interface LabelComparison {
  /** Whether nothing of an old label can differ: it is written the same, and nothing above it differs either. */
  readonly isUntouched: (id: string) => boolean;
  /** What differs between an old label and a new one, without what is told of their parents already. */
  readonly changes: (before: string, after: string) => readonly Change[];
}

/** What is handed down to a label, as far as it differs. */
interface Inherited {
  readonly changes: readonly Change[];
  readonly signatures: ReadonlySet<string>;
}

const nothing: Inherited = { changes: [], signatures: new Set() };

export function createLabelComparison({ pairs, shared, renames, ownerOf, within }: LabelContext): LabelComparison {
  const { before, after } = pairs;
  const known = new Map<string, Inherited>();
  const formerShared = new Map(renames.map((rename) => [rename.after, rename.before]));
  const changedAttributes = new Set([
    ...shared.keys(),
    ...formerShared.values(),
    ...shadowedAttributes(before),
    ...shadowedAttributes(after),
  ]);
  const handedDown = createHandedDown(pairs, changedAttributes);
  const attributesBySignature = invert(shared);

  /** All differences of what is handed down, those from above included. */
  function inherited(old: string, now: string): Inherited {
    const keys = handedDown(old);
    if (keys.size === 0) return nothing;
    const found = known.get(old);
    if (found) return found;
    const all: Change[] = [];
    compareInherited(pairs, old, now, keys, { ...within(now), add: (change) => all.push(change) }, renames);
    const below = all.length === 0 ? 0 : after.space.descendants(now).length;
    const changes = below === 0 ? all : all.map((change) => ({ ...change, details: { ...change.details, below } }));
    const result = { changes, signatures: new Set(changes.map((change) => signature(change, now))) };
    known.set(old, result);
    return result;
  }

  /** What is handed down by the parents that a label has in both versions. */
  function parentsOf(old: string, now: string): Inherited[] {
    const oldParents = new Map([...before.parents(old)].reverse().map((id) => [pairs.renamed(id), id]));
    return after.parents(now).flatMap((parent) => {
      const was = oldParents.get(parent);
      if (was === undefined || !after.labels.has(parent) || !before.labels.has(was)) return [];
      return isRetired(before, after, was, parent) ? [] : inherited(was, parent);
    });
  }

  /** Whether a change is told of a shared definition that a label rests on in both versions. */
  function isToldOfShared(change: string, old: string, now: string): boolean {
    const attributes = attributesBySignature.get(change) ?? [];
    return attributes.some((id) => before.usesShared(old, formerShared.get(id) ?? id) && after.usesShared(now, id));
  }

  function inheritedOnly(old: string, now: string): readonly Change[] {
    const { changes } = inherited(old, now);
    if (changes.length === 0) return changes;
    const parents = parentsOf(old, now);
    return changes.filter((change) => {
      const told = signature(change, now);
      return !parents.some(({ signatures }) => signatures.has(told)) && !isToldOfShared(told, old, now);
    });
  }

  function ownChanges(old: string, now: string): Change[] {
    const changes: Change[] = [];
    const about: About = { ...within(now), add: (change) => changes.push(change) };
    ownKeys.compare(before.label(old), after.label(now), {
      ...about,
      add: (change) => changes.push(withTargets(change, pairs.lineage, old)),
    });
    compareParents(pairs, old, now, about);
    compareValue(pairs, ownerOf, old, now, about);
    return changes;
  }

  return {
    isUntouched: (id) => pairs.same.has(id) && handedDown(id).size === 0,
    changes(old, now) {
      const own = old === now && pairs.same.has(old) ? [] : ownChanges(old, now);
      const changes = [...own, ...inheritedOnly(old, now)];
      return isRetired(before, after, old, now) ? ofTombstone(changes, after.label(now)) : changes;
    },
  };
}

/** Attributes that several files define: which definition counts depends on the label's file. */
function shadowedAttributes({ space }: Version): string[] {
  const seen = new Set<string>();
  const shadowed: string[] = [];
  for (const { taxonomy } of space.members) {
    for (const id of taxonomy.attributes.keys()) {
      if (seen.has(id)) shadowed.push(id);
      seen.add(id);
    }
  }
  return shadowed;
}

function invert(lists: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [id, items] of lists) for (const item of items) result.set(item, [...(result.get(item) ?? []), id]);
  return result;
}

function compareParents(pairs: LabelPairs, old: string, now: string, about: About): void {
  const [was, is] = [pairs.before.parents(old), pairs.after.parents(now)];
  const { gone, come } = follow(was, is, { id: (id) => id, renamed: pairs.renamed, replacedBy: pairs.replacedBy });
  if (gone.length + come.length === 0) return;
  const fact = (version: Version, id: string, value: readonly string[]): Fact => {
    const label = version.label(id);
    return { side: child(label, 'parent') ?? label, value };
  };
  tell(about, 'label-moved', fact(pairs.before, old, was), fact(pairs.after, now, is));
}

/** What the documents themselves say is certain. */
const stated = { certain: true, evidence: ['replacedBy'] };

/** A label that went out of use and names what takes its place was merged or split. */
function withTargets(change: Change, lineage: Lineage, old: string): Change {
  if (change.id !== 'label-deprecated') return change;
  const [merged, split] = [lineage.merged.get(old), lineage.split.get(old)];
  if (split) return { ...change, id: 'label-split', details: { ...change.details, into: split, ...stated } };
  if (merged) return { ...change, id: 'label-merged', details: { ...change.details, into: merged, ...stated } };
  return change;
}
