import type { Known } from './known';
import { knowAll, nameOf, shares, sharesName } from './known';
import { renameSteps } from './renames';
import { likeness, opposed } from './text';
import { runAtOnce } from '../yaml/steps';

/** What tells one label (or choice, or attribute) from another, whatever its id. */
export interface Concept {
  readonly id: string;
  readonly name?: string;
  readonly synonyms: readonly string[];
  readonly definition?: string;
  /** Codes that match exactly, as `SCT:36118008`, the modifiers of DICOM included in one text. */
  readonly codes: readonly string[];
  /** `tool=id` for each other tool. */
  readonly aliases: readonly string[];
  /** Mask value with its layer, `findings=3`. */
  readonly value?: string;
}

/** An old and a new concept that are one, under another id. */
export interface Rename {
  readonly before: string;
  readonly after: string;
  readonly certain: boolean;
  /** What speaks for it: `code`, `alias`, `name`, `definition`, `value`, `replacedBy`. */
  readonly evidence: readonly string[];
}

/** How the ids of two versions go together. An id is in `kept`, or in any of the other lists. */
export interface Pairing {
  readonly kept: readonly string[];
  readonly renames: readonly Rename[];
  /** Two ids that have exchanged their meanings. */
  readonly swaps: readonly (readonly [string, string])[];
  /** Ids that stand for something else than before. */
  readonly reused: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What two lists of concepts leave out, because it is the same in both versions. */
export interface Others {
  readonly codes: () => Iterable<string>;
}

const noOthers: Others = { codes: () => [] };

/**
 * Pairs the concepts of two versions: by id, unless the id stands for something else now; then by what they have in
 * common. `given` are renames that the documents state themselves.
 */
export function pairConcepts(
  before: readonly Concept[],
  after: readonly Concept[],
  given: readonly Rename[] = [],
): Pairing {
  return runAtOnce(pairConceptsSteps(before, after, given));
}

/** {@link pairConcepts} in steps, where `others` stand in both versions as they were. */
export function* pairConceptsSteps(
  before: readonly Concept[],
  after: readonly Concept[],
  given: readonly Rename[],
  others: Others = noOthers,
): Generator<undefined, Pairing> {
  const settled = settledIds(before, after);
  for (const rename of given) for (const id of [rename.before, rename.after]) settled.delete(id);
  const [old, now] = [knowAll(before, settled, others.codes), knowAll(after, settled, others.codes)];
  for (const { before: from, after: to } of given) {
    old.delete(from);
    now.delete(to);
  }
  const moved = movedNames(old, now);
  const broken = new Set<string>();
  for (const [id, was] of old) {
    const is = now.get(id);
    if (is && isAnother(was, is, moved.has(id))) broken.add(id);
    yield;
  }
  const isFree = (id: string, among: ReadonlyMap<string, Known>) => !among.has(id) || broken.has(id);
  const free = {
    before: [...old.values()].filter(({ id }) => isFree(id, now)),
    after: [...now.values()].filter(({ id }) => isFree(id, old)),
  };
  const found = yield* renameSteps(free.before, free.after);

  const target = new Map(found.map((rename) => [rename.before, rename.after]));
  const swaps = [...broken].flatMap((id): (readonly [string, string])[] => {
    const other = target.get(id);
    return other !== undefined && id < other && target.get(other) === id ? [[id, other]] : [];
  });
  const swapped = new Set(swaps.flat());
  const renames = [...given, ...found.filter((rename) => !swapped.has(rename.before))];
  const [from, to] = [new Set(renames.map((rename) => rename.before)), new Set(renames.map((rename) => rename.after))];
  return {
    kept: before.map(({ id }) => id).filter((id) => settled.has(id) || (old.has(id) && !isFree(id, now))),
    renames,
    swaps,
    reused: [...broken].filter((id) => !swapped.has(id)),
    removed: free.before.filter(({ id }) => !broken.has(id) && !from.has(id)).map(({ id }) => id),
    added: free.after.filter(({ id }) => !broken.has(id) && !to.has(id)).map(({ id }) => id),
  };
}

/** Ids that have the same name in both lists: they stand for what they stood for. */
function settledIds(before: readonly Concept[], after: readonly Concept[]): Set<string> {
  const names = new Map(before.map(({ id, name }) => [id, name]));
  return new Set(after.filter(({ id, name }) => names.has(id) && names.get(id) === name).map(({ id }) => id));
}

/** Ids whose old name went to another id, or whose new name came from one: their meaning may have moved, too. */
function movedNames(old: ReadonlyMap<string, Known>, now: ReadonlyMap<string, Known>): Set<string> {
  const isChanged = (id: string) => {
    const [was, is] = [old.get(id), now.get(id)];
    return !was || !is || (nameOf(was) !== nameOf(is) && was.label.join(' ') !== is.label.join(' '));
  };
  const owners = (concepts: ReadonlyMap<string, Known>) => {
    const result = new Map<string, string[]>();
    for (const [id, concept] of concepts) {
      if (!isChanged(id)) continue;
      const name = concept.label.join(' ');
      const ids = result.get(name);
      if (ids) ids.push(id);
      else result.set(name, [id]);
    }
    return result;
  };
  const [before, after] = [owners(old), owners(now)];
  // Ids are told apart, so that one of the first two is another.
  const atAnother = (name: string | undefined, id: string, ids: ReadonlyMap<string, readonly string[]>) =>
    ids
      .get(name ?? '')
      ?.slice(0, 2)
      .some((other) => other !== id) ?? false;
  const wordsOf = (concept: Known | undefined) => concept?.label.join(' ');
  const changed = [...old.keys()].filter((id) => now.has(id) && isChanged(id));
  return new Set(
    changed.filter((id) => atAnother(wordsOf(old.get(id)), id, after) || atAnother(wordsOf(now.get(id)), id, before)),
  );
}

/** Whether one id stands for another concept: the name is another, and something else contradicts, too. */
function isAnother(was: Known, is: Known, nameMoved: boolean): boolean {
  if (was.name === is.name) return false;
  if (sharesName(was, is) || shares(was.codes, is.codes) || shares(was.aliases, is.aliases)) return false;
  const unlike = opposed(was.label, is.label) || likeness(was.label, is.label) < 0.5;
  if (!unlike && !nameMoved) return false;
  const otherCode = was.codes.length > 0 && is.codes.length > 0;
  const otherText = was.text.length > 0 && is.text.length > 0 && likeness(was.text, is.text) < 0.4;
  return nameMoved || otherCode || otherText;
}
