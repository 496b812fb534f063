import type { Concept, Pairing } from './concepts';
import { labelConcept } from './labels';
import { nameWords, plainName, sidedNames } from './sidedNames';
import { opposed } from './text';
import type { Version } from './version';

/** What seems to have become of a label that is gone, where the documents do not say so. */
export interface Successors {
  /** One label that it went into, or several that it was split into. */
  readonly into: readonly string[];
  /** What speaks for it: `code`, `alias`, `name`. */
  readonly evidence: readonly string[];
}

interface Identified {
  readonly id: string;
  readonly label: readonly string[];
  /** What identifies it, each as `code SCT:1`, `alias tool=id`, `name pleural effusion`. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Looks for labels that took up a code, an alias or a name that only the one that is gone had, and for labels that are its
 * two sides. Labels that are written the same (`same`) took up nothing.
 */
export function* successorSteps(
  before: Version,
  after: Version,
  same: ReadonlySet<string>,
  { removed, added }: Pairing,
): Generator<undefined, Map<string, Successors>> {
  const result = new Map<string, Successors>();
  if (removed.length === 0) return result;
  const old = yield* identifySteps(before, same);
  const now = yield* identifySteps(after, same);
  const [oldOwners, owners] = [ownersOf(old.values()), ownersOf(now.values())];
  const isNew = new Set(added);
  const [left, come] = [removed.flatMap((id) => old.get(id) ?? []), added.flatMap((id) => now.get(id) ?? [])];
  const sides = sidedNames(come);
  const wholes = wholesOf(sidedNames(left), come);
  const sources = new Map<string, number>();
  for (const id of removed) {
    yield;
    const gone = old.get(id);
    if (!gone) continue;
    const found = new Map<string, Set<string>>();
    for (const key of gone.keys) {
      const [owner] = owners.get(key) ?? [];
      const heir = owner === undefined || !isOnly(oldOwners, key) || !isOnly(owners, key) ? undefined : now.get(owner);
      if (!heir || heir.id === id || opposed(gone.label, heir.label)) continue;
      found.set(heir.id, (found.get(heir.id) ?? new Set()).add(key.split(' ')[0] ?? ''));
    }
    for (const heir of [...(sides.get(plainName(gone.label)) ?? []), ...(wholes.get(id) ?? [])]) {
      found.set(heir, new Set(['name']));
    }
    if (found.size === 0) continue;
    const into = [...found.keys()].sort();
    for (const heir of into) sources.set(heir, (sources.get(heir) ?? 0) + 1);
    result.set(id, { into, evidence: [...new Set([...found.values()].flatMap((one) => [...one]))].sort() });
  }
  // One new label for one that is gone would have been a rename, had nothing spoken against it.
  for (const [id, { into }] of result) {
    const [only] = into;
    if (into.length === 1 && only !== undefined && isNew.has(only) && sources.get(only) === 1) result.delete(id);
  }
  return result;
}

/** The new labels that say without a side what those that are gone said of both sides, by the ids of these. */
function wholesOf(sides: ReadonlyMap<string, ReadonlySet<string>>, come: readonly Identified[]): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const { id, label } of come) {
    for (const side of sides.get(plainName(label)) ?? []) result.set(side, [...(result.get(side) ?? []), id]);
  }
  return result;
}

function* identifySteps(version: Version, same: ReadonlySet<string>): Generator<undefined, Map<string, Identified>> {
  const result = new Map<string, Identified>();
  for (const id of version.labels.keys()) {
    if (!same.has(id)) result.set(id, identified(labelConcept(version, id)));
    yield;
  }
  return result;
}

function identified({ id, name, synonyms, codes, aliases }: Concept): Identified {
  const names = [name ?? '', ...synonyms].map((text) => plainName(nameWords(text))).filter((text) => text !== '');
  const keys = [
    ...codes.map((code) => `code ${code}`),
    ...aliases.map((alias) => `alias ${alias}`),
    ...names.map((text) => `name ${text}`),
  ];
  return { id, label: nameWords(name ?? id.replaceAll('-', ' ')), keys: new Set(keys) };
}

function ownersOf(labels: Iterable<Identified>): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, keys } of labels) {
    for (const key of keys) {
      const known = owners.get(key);
      if (known) known.push(id);
      else owners.set(key, [id]);
    }
  }
  return owners;
}

function isOnly(owners: ReadonlyMap<string, readonly string[]>, key: string): boolean {
  return owners.get(key)?.length === 1;
}
