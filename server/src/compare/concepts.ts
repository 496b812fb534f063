import { likeness, numbersOf, opposed, respelt, words } from './text';

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

/** A concept with what is computed of it once, and only where it is needed: most concepts are as they were. */
interface Known extends Concept {
  readonly label: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly text: readonly string[];
}

/** The concepts of one version by id. A code that several of them carry tells none from another, and is left out. */
function knownOf(concepts: readonly Concept[]): Map<string, Known> {
  const count = new Map<string, number>();
  for (const { codes } of concepts) for (const code of codes) count.set(code, (count.get(code) ?? 0) + 1);
  return new Map(
    concepts.map((concept) => [
      concept.id,
      known({ ...concept, codes: concept.codes.filter((code) => count.get(code) === 1) }),
    ]),
  );
}

function known(concept: Concept): Known {
  const label = once(() => words(nameOf(concept)));
  const text = once(() => words(concept.definition ?? ''));
  const names = once(() => {
    const all = [concept.name ?? '', ...concept.synonyms].map((name) => words(name).join(' '));
    return new Set(all.filter((name) => name !== ''));
  });
  return {
    ...concept,
    get label() {
      return label();
    },
    get text() {
      return text();
    },
    get names() {
      return names();
    },
  };
}

/** The name, or what the id says where there is none. */
function nameOf({ id, name }: Concept): string {
  return name ?? id.replaceAll('-', ' ');
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

/**
 * Pairs the concepts of two versions: by id, unless the id stands for something else now; then by what they have in
 * common. `given` are renames that the documents state themselves.
 */
export function pairConcepts(
  before: readonly Concept[],
  after: readonly Concept[],
  given: readonly Rename[] = [],
): Pairing {
  const [old, now] = [knownOf(before), knownOf(after)];
  for (const { before: from, after: to } of given) {
    old.delete(from);
    now.delete(to);
  }
  const moved = movedNames(old, now);
  const kept: string[] = [];
  const broken = new Set<string>();
  for (const [id, was] of old) {
    const is = now.get(id);
    if (!is) continue;
    if (isAnother(was, is, moved.has(id))) broken.add(id);
    else kept.push(id);
  }
  const isFree = (id: string, others: ReadonlyMap<string, Known>) => !others.has(id) || broken.has(id);
  const free = {
    before: [...old.values()].filter(({ id }) => isFree(id, now)),
    after: [...now.values()].filter(({ id }) => isFree(id, old)),
  };
  const found = findRenames(free.before, free.after);

  const target = new Map(found.map((rename) => [rename.before, rename.after]));
  const swaps = [...broken].flatMap((id): (readonly [string, string])[] => {
    const other = target.get(id);
    return other !== undefined && id < other && target.get(other) === id ? [[id, other]] : [];
  });
  const swapped = new Set(swaps.flat());
  const renames = [...given, ...found.filter((rename) => !swapped.has(rename.before))];
  const [from, to] = [new Set(renames.map((rename) => rename.before)), new Set(renames.map((rename) => rename.after))];
  const reused = [...broken].filter((id) => !swapped.has(id));
  return {
    kept,
    renames,
    swaps,
    reused,
    removed: free.before.filter(({ id }) => !broken.has(id) && !from.has(id)).map(({ id }) => id),
    added: free.after.filter(({ id }) => !broken.has(id) && !to.has(id)).map(({ id }) => id),
  };
}

/** Ids whose old name went to another id, or whose new name came from one: their meaning may have moved, too. */
function movedNames(old: ReadonlyMap<string, Known>, now: ReadonlyMap<string, Known>): Set<string> {
  const wordsOf = (concept: Known | undefined) => concept?.label.join(' ');
  const isChanged = (id: string) => {
    const [was, is] = [old.get(id), now.get(id)];
    return !was || !is || (nameOf(was) !== nameOf(is) && wordsOf(was) !== wordsOf(is));
  };
  const owners = (concepts: ReadonlyMap<string, Known>) => {
    const result = new Map<string, string[]>();
    for (const [id, concept] of concepts) {
      if (!isChanged(id)) continue;
      const name = concept.label.join(' ');
      result.set(name, [...(result.get(name) ?? []), id]);
    }
    return result;
  };
  const [before, after] = [owners(old), owners(now)];
  const atAnother = (name: string | undefined, id: string, ids: ReadonlyMap<string, readonly string[]>) =>
    ids.get(name ?? '')?.some((other) => other !== id) ?? false;
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

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}

function sharesName(a: Known, b: Known): boolean {
  for (const name of a.names) if (b.names.has(name)) return true;
  return respelt(a.name ?? '', b.name ?? '');
}

interface Candidate {
  readonly before: Known;
  readonly after: Known;
  readonly score: number;
  readonly evidence: readonly string[];
}

/** More definitions than this on both sides are not compared word by word. */
const mostTexts = 20_000;

/** Concepts that went with those that came, the likest first. A pair that might as well be another is a guess. */
function findRenames(before: readonly Known[], after: readonly Known[]): Rename[] {
  const candidates = candidatesOf(before, after);
  candidates.sort((a, b) => b.score - a.score || (order(a) < order(b) ? -1 : 1));
  const taken = { before: new Map<string, number>(), after: new Map<string, number>() };
  const result: { rename: Rename; score: number }[] = [];
  const rivals = new Set<string>();
  for (const candidate of candidates) {
    const [from, to] = [candidate.before.id, candidate.after.id];
    const beaten = taken.before.get(from) ?? taken.after.get(to);
    if (beaten !== undefined) {
      if (beaten === candidate.score) rivals.add(`<${from}`).add(`>${to}`);
      continue;
    }
    taken.before.set(from, candidate.score);
    taken.after.set(to, candidate.score);
    const certain = candidate.score >= 6;
    result.push({ rename: { before: from, after: to, certain, evidence: candidate.evidence }, score: candidate.score });
  }
  return result.map(({ rename }) => {
    const guess = rivals.has(`<${rename.before}`) || rivals.has(`>${rename.after}`);
    return guess ? { ...rename, certain: false } : rename;
  });
}

/** The same for a pair in either direction, so that a comparison turned round finds the same pairs. */
function order({ before, after }: Candidate): string {
  return before.id < after.id ? `${before.id}\n${after.id}` : `${after.id}\n${before.id}`;
}

function candidatesOf(before: readonly Known[], after: readonly Known[]): Candidate[] {
  const pairs = new Map<string, readonly [Known, Known]>();
  const index = new Map<string, Known[]>();
  for (const concept of after) for (const key of keysOf(concept)) index.set(key, [...(index.get(key) ?? []), concept]);
  for (const concept of before) {
    for (const key of keysOf(concept)) {
      for (const other of index.get(key) ?? []) pairs.set(`${concept.id}\n${other.id}`, [concept, other]);
    }
  }
  if (before.length * after.length <= mostTexts) {
    for (const a of before) for (const b of after) pairs.set(`${a.id}\n${b.id}`, [a, b]);
  }
  return [...pairs.values()].flatMap(([a, b]) => weigh(a, b) ?? []);
}

function keysOf(concept: Known): string[] {
  return [
    ...concept.codes.map((code) => `code ${code}`),
    ...concept.aliases.map((alias) => `alias ${alias}`),
    ...[...concept.names].map((name) => `name ${name}`),
    ...(concept.value === undefined ? [] : [`value ${concept.value}`]),
    ...(concept.text.length > 0 ? [`text ${concept.text.join(' ')}`] : []),
  ];
}

/** What speaks for two concepts being one; nothing when it is too little, or something speaks against it. */
function weigh(a: Known, b: Known): Candidate | undefined {
  if (opposed(a.label, b.label)) return undefined;
  const evidence: [string, number][] = [];
  if (shares(a.codes, b.codes)) evidence.push(['code', 4]);
  if (shares(a.aliases, b.aliases)) evidence.push(['alias', 3]);
  const sameNumbers = numbersOf(a.label) === numbersOf(b.label);
  const sameName = a.label.join(' ') === b.label.join(' ');
  const nameLikeness = likeness(a.label, b.label);
  if (sameName) evidence.push(['name', 4]);
  else if (sharesName(a, b)) evidence.push(['name', 3]);
  const textLikeness = sameNumbers ? likeness(a.text, b.text) : 0;
  if (textLikeness >= 0.8) evidence.push(['definition', 3]);
  const valueFits = nameLikeness >= 0.3 || textLikeness >= 0.4 || evidence.length > 0;
  if (a.value !== undefined && a.value === b.value && valueFits && sameNumbers) evidence.push(['value', 2]);
  const contradicted = a.codes.length > 0 && b.codes.length > 0 && !shares(a.codes, b.codes);
  const score = evidence.reduce((sum, [, weight]) => sum + weight, 0) + nameLikeness - (contradicted ? 2 : 0);
  if (evidence.length === 0 || score < 2) return undefined;
  return { before: a, after: b, score, evidence: evidence.map(([name]) => name) };
}
