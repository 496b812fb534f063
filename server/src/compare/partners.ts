import type { Known } from './known';
import { plainName } from './sidedNames';
import { numbersOf } from './text';

/** Of as many pairs as this no key is left out, however many concepts share it. */
const fewPairs = 20_000;

/** Of more pairs, keys that more than this share tell none from another, and are left out. */
const mostSharing = { key: 20 * 20, word: 8 * 8 };

/**
 * Which concepts of `after` may stand for each of `before`: those that have a code, an alias, a name, a value or the
 * definition in common with it, and those whose definitions have four fifths of their words in common.
 */
export function* partnerSteps(
  before: readonly Known[],
  after: readonly Known[],
): Generator<undefined, Map<Known, Set<Known>>> {
  const rank = yield* rankSteps([...before, ...after]);
  const index = new Map<string, { readonly after: Known[]; before: number }>();
  for (const concept of after) {
    for (const key of keysOf(concept, rank)) {
      const found = index.get(key);
      if (found) found.after.push(concept);
      else index.set(key, { after: [concept], before: 0 });
    }
    yield;
  }
  const keys = new Map<Known, string[]>();
  for (const concept of before) {
    const own = [...keysOf(concept, rank)].filter((key) => index.has(key));
    for (const key of own) {
      const found = index.get(key);
      if (found) found.before++;
    }
    keys.set(concept, own);
    yield;
  }
  const few = before.length * after.length <= fewPairs;
  const result = new Map<Known, Set<Known>>();
  for (const [concept, own] of keys) {
    const partners = new Set<Known>();
    for (const key of own) {
      const found = index.get(key);
      const most = key.startsWith('word ') ? mostSharing.word : mostSharing.key;
      if (found && (few || found.before * found.after.length <= most)) for (const one of found.after) partners.add(one);
    }
    result.set(concept, partners);
    yield;
  }
  return result;
}

function keysOf(concept: Known, rank: ReadonlyMap<string, number>): Set<string> {
  return new Set([
    ...concept.codes.map((code) => `code ${code}`),
    ...concept.aliases.map((alias) => `alias ${alias}`),
    ...[...concept.names].map((name) => `name ${name}`),
    `name ${plainName(concept.label)}`,
    ...(concept.value === undefined ? [] : [`value ${concept.value}`]),
    ...(concept.text.length > 0 ? [`text ${concept.text.join(' ')}`] : []),
    ...rarestWords(concept, rank).map((word) => `word ${numbersOf(concept.label)} ${word}`),
  ]);
}

/** How often each word stands in the definitions. */
function* rankSteps(concepts: readonly Known[]): Generator<undefined, Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { text } of concepts) {
    for (const word of numbered(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    yield;
  }
  return counts;
}

/**
 * The rarest third of a definition's words, and one more: texts that have four fifths of their words in common have two
 * thirds of either in common, and so at least one of these.
 */
function rarestWords({ text }: Known, rank: ReadonlyMap<string, number>): string[] {
  const rankOf = (word: string) => rank.get(word) ?? 0;
  const sorted = numbered(text).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return sorted.slice(0, Math.floor(text.length / 3) + 1);
}

/** Words that come again are told apart by how often they came before. */
function numbered(text: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return text.map((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count + 1);
    return count === 0 ? word : `${word} ${count}`;
  });
}
