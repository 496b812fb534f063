/** A part of a wording; `changed` when the other wording does not have it. */
export interface TextPart {
  readonly text: string;
  readonly changed: boolean;
}

/** Two wordings in parts; the parts of a side give its text when joined. */
export interface WordDiff {
  readonly before: readonly TextPart[];
  readonly after: readonly TextPart[];
}

/** Words with their hyphens and apostrophes, numbers with their decimals, white space, single other characters. */
const token = /\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+(?:[.,]\p{N}+)*|\s+|[^]/gu;

/** Of more pairs of words than this none is looked for: all between the common ends counts as changed. */
const mostPairs = 1_000_000;

/** What two wordings do not have in common, word by word; white space between two changed words goes with them. */
export function wordDiff(before: string, after: string): WordDiff {
  const [old, now] = [before.match(token) ?? [], after.match(token) ?? []];
  const common = commonItems(old, now);
  return {
    before: partsOf(old, new Set(common.map(([i]) => i))),
    after: partsOf(now, new Set(common.map(([, j]) => j))),
  };
}

/** Indexes (from 0) of a longest common subsequence of two lists, in order. */
function commonItems(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const head = Array.from({ length: start }, (_, i) => [i, i] as const);
  const tail = Array.from({ length: end }, (_, i) => [a.length - end + i, b.length - end + i] as const);
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  if (rows * columns > mostPairs) return [...head, ...tail];
  const middle = longestCommon(a.slice(start, start + rows), b.slice(start, start + columns));
  return [...head, ...middle.map(([i, j]) => [start + i, start + j] as const), ...tail];
}

/** By the lengths of the longest common subsequences of all ends of the lists. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function partsOf(tokens: readonly string[], kept: ReadonlySet<number>): TextPart[] {
  const parts: { text: string; changed: boolean }[] = [];
  const isChanged = (i: number) => i >= 0 && i < tokens.length && !kept.has(i);
  tokens.forEach((text, i) => {
    const changed = isChanged(i) || (/^\s+$/.test(text) && isChanged(i - 1) && isChanged(i + 1));
    const last = parts.at(-1);
    if (last?.changed === changed) last.text += text;
    else parts.push({ text, changed });
  });
  return parts;
}
