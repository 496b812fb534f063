/** A text without differences of white space and of Unicode composition. */
export function normalised(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

const token = /[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|[<>≤≥=+±%°×/]|[-−](?=\d)/gu;

/** The words, numbers and signs of a text, in order; case, punctuation and British or American spelling told no more. */
export function words(text: string): string[] {
  return (normalised(text).toLowerCase().match(token) ?? []).map(spelling);
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(tum|col|fav|vap|od|behavi|lab|hum|neighb)our/, '$1or'],
  [/^(.*)(aem)/, '$1em'],
  [/^(an|h|leuk)aem/, '$1em'],
  [/^oe(dema|soph|stro)/, 'e$1'],
  [/^(.*[a-z])oea/, '$1ea'],
  [/^paed/, 'ped'],
  [/^(.{3,})is(e|es|ed|ing|ation|ations)$/, '$1iz$2'],
  [/^(cent|fib|lit|met|calib)re(s?)$/, '$1er$2'],
  [/^(millimet|centimet)re(s?)$/, '$1er$2'],
  [/^grey/, 'gray'],
  [/^(label|model|channel|signal|travel)l(ed|ing)$/, '$1$2'],
  [/^(.*)yse(s|d|r|rs)?$/, '$1yze$2'],
];

/** A word as Americans spell it, so that both spellings are one. */
function spelling(word: string): string {
  let result = word;
  for (const [pattern, replacement] of spellings) result = result.replace(pattern, replacement);
  return result;
}

/** Whether two texts differ in nothing but case, punctuation and spelling. */
export function respelt(a: string, b: string): boolean {
  const [left, right] = [words(a), words(b)];
  return left.length > 0 && left.length === right.length && left.every((word, i) => word === right[i]);
}

/** How many words two texts share, from 0 to 1 (Dice coefficient of the words with their numbers). */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(word, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}

/** Words of which a text says one or the other. */
export const opposites: readonly (readonly [string, string])[] = [
  ['left', 'right'],
  ['upper', 'lower'],
  ['superior', 'inferior'],
  ['anterior', 'posterior'],
  ['medial', 'lateral'],
  ['proximal', 'distal'],
  ['inner', 'outer'],
  ['benign', 'malignant'],
  ['with', 'without'],
  ['present', 'absent'],
  ['positive', 'negative'],
  ['acute', 'chronic'],
  ['mild', 'severe'],
  ['normal', 'abnormal'],
];

/** Whether one text says left where the other says right, or another pair of words that exclude each other. */
export function opposed(a: readonly string[], b: readonly string[]): boolean {
  const says = (text: readonly string[], yes: string, no: string) => text.includes(yes) && !text.includes(no);
  return opposites.some(
    ([one, other]) => (says(a, one, other) && says(b, other, one)) || (says(a, other, one) && says(b, one, other)),
  );
}

/** The numbers in a text: ribs 3 and 4 are not the same rib. */
export function numbersOf(text: readonly string[]): string {
  return text
    .filter((word) => /^\d/.test(word))
    .sort()
    .join();
}

/** Pairs texts that are alike, the likest first; what is in no pair is left over. Indexes from 0. */
export function pairTexts(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const left = before.map(words);
  const right = after.map(words);
  const candidates = left.flatMap((a, i) => right.map((b, j) => ({ i, j, score: likeness(a, b) })));
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const pairs: (readonly [number, number])[] = [];
  const key = ({ i, j }: { i: number; j: number }) => [before[i] ?? '', after[j] ?? ''].sort().join('\n');
  candidates.sort((a, b) => b.score - a.score || (key(a) < key(b) ? -1 : 1));
  for (const { i, j, score } of candidates) {
    if (score < 0.5 || taken.before.has(i) || taken.after.has(j)) continue;
    taken.before.add(i);
    taken.after.add(j);
    pairs.push([i, j]);
  }
  return pairs;
}
