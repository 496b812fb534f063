const longest = 64;

/** A word that may have been meant, prepared to be compared with many others. */
export interface Candidate {
  readonly word: string;
  /** Without case, hyphens and spaces. */
  readonly plain: string;
  /** Which letters and digits it has, one bit for each (some share one). */
  readonly letters: number;
}

export function candidateOf(word: string): Candidate {
  const plain = word.toLowerCase().replace(/[-_\s]/g, '');
  let letters = 0;
  for (let i = 0; i < plain.length; i++) letters |= 1 << (plain.charCodeAt(i) & 31);
  return { word, plain, letters };
}

/** The candidate that was probably meant by a misspelt word, if one is near enough; of equals the first. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(word, prepared(candidates));
}

function* prepared(words: Iterable<string>): Iterable<Candidate> {
  for (const word of words) yield candidateOf(word);
}

/** As {@link nearest}, of candidates that are prepared already. */
export function nearestOf(word: string, candidates: Iterable<Candidate>): string | undefined {
  if (word.length === 0 || word.length > longest) return undefined;
  const { plain, letters } = candidateOf(word);
  const reach = Math.max(1, Math.min(3, Math.floor(plain.length / 3)));
  let best: string | undefined;
  let bestDistance = reach + 1;
  let beginning: string | undefined;
  for (const candidate of candidates) {
    if (candidate.word === word || candidate.word.length > longest) continue;
    const other = candidate.plain;
    if (beginning === undefined && plain.length >= 3 && other.startsWith(plain)) beginning = candidate.word;
    if (Math.abs(other.length - plain.length) >= bestDistance) continue;
    // Each change of a word takes away at most one letter and brings at most one.
    if (bits(letters ^ candidate.letters) > 2 * (bestDistance - 1)) continue;
    const distance = editDistance(plain, other, bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate.word, distance];
  }
  return best ?? beginning;
}

function bits(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}

/** Letters to insert, remove, replace or swap with a neighbour (optimal string alignment); `Infinity` beyond `most`. */
export function editDistance(a: string, b: string, most = Infinity): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(value);
      if (value < least) least = value;
    }
    // A swap reaches back over one row: two rows beyond the limit are the end.
    if (least > most && Math.min(...last) > most) return Infinity;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
