/** A part of a wording; `changed` when the other wording does not have it. */
export interface WordPart {
  readonly text: string;
  readonly changed: boolean;
}

export interface WordDiff {
  readonly before: readonly WordPart[];
  readonly after: readonly WordPart[];
}

/** Words with their hyphens and apostrophes, numbers with their decimals, white space, single other characters. */
const tokens = /\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+(?:[.,]\p{N}+)*|\s+|[^]/gu;

/** More pairs of words than this are not compared: what lies between the common ends counts as changed. */
const mostPairs = 1_000_000;

/**
 * The two wordings in parts, so that what changed can be marked word by word. The parts of a side give its text when
 * joined. The longest common subsequence of words counts as unchanged.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const a = before.match(tokens) ?? [];
  const b = after.match(tokens) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;

  const keptA = new Uint8Array(a.length).fill(1, 0, start).fill(1, a.length - end);
  const keptB = new Uint8Array(b.length).fill(1, 0, start).fill(1, b.length - end);
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  if (middleA.length * middleB.length <= mostPairs) {
    for (const [i, j] of commonPairs(middleA, middleB)) {
      keptA[start + i] = 1;
      keptB[start + j] = 1;
    }
  }
  return { before: toParts(a, keptA), after: toParts(b, keptB) };
}

/** The places of a longest common subsequence, in order. */
function commonPairs(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  /** `lengths[i * width + j]`: how long the longest common subsequence of a from i and b from j is. */
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Joins neighbours of a kind. White space between two changed words is marked with them: one mark reads as one change. */
function toParts(words: readonly string[], kept: Uint8Array): readonly WordPart[] {
  const parts: { text: string; changed: boolean }[] = [];
  words.forEach((text, index) => {
    const between = /^\s+$/.test(text) && kept[index - 1] === 0 && kept[index + 1] === 0;
    const changed = kept[index] === 0 || between;
    const last = parts[parts.length - 1];
    if (last?.changed === changed) last.text += text;
    else parts.push({ text, changed });
  });
  return parts;
}
