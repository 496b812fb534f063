import type { Rename } from './concepts';
import type { Known } from './known';
import { shares, sharesName } from './known';
import { partnerSteps } from './partners';
import { plainName, sidedNames } from './sidedNames';
import { likeness, numbersOf, opposed } from './text';

interface Candidate {
  readonly before: Known;
  readonly after: Known;
  readonly score: number;
  readonly evidence: readonly string[];
  /** The same for a pair in either direction, so that a comparison turned round finds the same pairs. */
  readonly order: string;
}

/** Concepts that went with those that came, the likest first. A pair that might as well be another is a guess. */
export function* renameSteps(before: readonly Known[], after: readonly Known[]): Generator<undefined, Rename[]> {
  const candidates: Candidate[] = [];
  const sides = { before: sidedNames(before), after: sidedNames(after) };
  for (const [concept, partners] of yield* partnerSteps(before, after)) {
    for (const partner of partners) {
      // A thing is not one of its sides when both of them are there: it was split, or they were merged.
      const isSide =
        sides.after.get(plainName(concept.label))?.has(partner.id) ||
        sides.before.get(plainName(partner.label))?.has(concept.id);
      const candidate = isSide ? undefined : weigh(concept, partner);
      if (candidate) candidates.push(candidate);
      yield;
    }
  }
  candidates.sort((a, b) => b.score - a.score || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const taken = { before: new Map<string, number>(), after: new Map<string, number>() };
  const result: Rename[] = [];
  const rivals = new Set<string>();
  for (const { before: old, after: now, score, evidence } of candidates) {
    yield;
    const [from, to] = [old.id, now.id];
    const beaten = taken.before.get(from) ?? taken.after.get(to);
    if (beaten !== undefined) {
      if (beaten === score) rivals.add(`<${from}`).add(`>${to}`);
      continue;
    }
    taken.before.set(from, score);
    taken.after.set(to, score);
    result.push({ before: from, after: to, certain: score >= 6, evidence });
  }
  return result.map((rename) => {
    const guess = rivals.has(`<${rename.before}`) || rivals.has(`>${rename.after}`);
    return guess ? { ...rename, certain: false } : rename;
  });
}

/** The least likeness of two definitions that speaks for one concept. */
const alikeTexts = 0.8;

/** What speaks for two concepts being one; nothing when it is too little, or something speaks against it. */
function weigh(a: Known, b: Known): Candidate | undefined {
  if (opposed(a.label, b.label)) return undefined;
  const evidence: [string, number][] = [];
  if (shares(a.codes, b.codes)) evidence.push(['code', 4]);
  if (shares(a.aliases, b.aliases)) evidence.push(['alias', 3]);
  const sameNumbers = numbersOf(a.label) === numbersOf(b.label);
  const sameName = plainName(a.label) === plainName(b.label);
  const nameLikeness = likeness(a.label, b.label);
  if (sameName) evidence.push(['name', 4]);
  else if (sharesName(a, b)) evidence.push(['name', 3]);
  const textLikeness = sameNumbers ? likeness(a.text, b.text) : 0;
  if (textLikeness >= alikeTexts) evidence.push(['definition', 3]);
  const valueFits = nameLikeness >= 0.3 || textLikeness >= 0.4 || evidence.length > 0;
  if (a.value !== undefined && a.value === b.value && valueFits && sameNumbers) evidence.push(['value', 2]);
  const contradicted = a.codes.length > 0 && b.codes.length > 0 && !shares(a.codes, b.codes);
  const score = evidence.reduce((sum, [, weight]) => sum + weight, 0) + nameLikeness - (contradicted ? 2 : 0);
  if (evidence.length === 0 || score < 2) return undefined;
  const order = a.id < b.id ? `${a.id}\n${b.id}` : `${b.id}\n${a.id}`;
  return { before: a, after: b, score, evidence: evidence.map(([name]) => name), order };
}
