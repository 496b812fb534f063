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

/** As {@link nearest}, of candidates that are prepared already; in no order, when `isBefore` tells which of two is first. */
export function nearestOf(
  word: string,
  candidates: Iterable<Candidate>,
  isBefore: (a: string, b: string) => boolean = () => false,
): string | undefined {
  if (word.length === 0 || word.length > longest) return undefined;
  const { plain, letters } = candidateOf(word);
  const reach = Math.max(1, Math.min(3, Math.floor(plain.length / 3)));
  let best: string | undefined;
  let bestDistance = reach + 1;
  let beginning: string | undefined;
  for (const candidate of candidates) {
    if (candidate.word === word || candidate.word.length > longest) continue;
    const other = candidate.plain;
    if (plain.length >= 3 && other.startsWith(plain) && (!beginning || isBefore(candidate.word, beginning))) {
      beginning = candidate.word;
    }
    const most = Math.min(bestDistance, reach);
    if (Math.abs(other.length - plain.length) > most) continue;
    // Each change of a word takes away at most one letter and brings at most one.
    if (bits(letters ^ candidate.letters) > 2 * most) continue;
    const distance = editDistance(plain, other, most);
    if (distance < bestDistance || (best && distance === bestDistance && isBefore(candidate.word, best))) {
      [best, bestDistance] = [candidate.word, distance];
    }
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
  const width = b.length + 2;
  const band = Math.min(most, Math.max(a.length, b.length));
  if (Math.abs(a.length - b.length) > band) return Infinity;
  if (rows.length < 3 * width) rows = new Int32Array(3 * width);
  const beyond = a.length + b.length + 1;
  let [beforeLast, last, row] = [0, width, 2 * width];
  for (let j = 0; j <= b.length; j++) rows[last + j] = j;
  rows[last + b.length + 1] = beyond;
  for (let i = 1; i <= a.length; i++) {
    // Farther from the diagonal than `most`, nothing can be within it.
    const from = Math.max(1, i - band);
    const to = Math.min(b.length, i + band);
    rows[row + from - 1] = from === 1 ? i : beyond;
    let least = beyond;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let value = Math.min(at(last + j) + 1, at(row + j - 1) + 1, at(last + j - 1) + same);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        value = Math.min(value, at(beforeLast + j - 2) + 1);
      }
      rows[row + j] = value;
      if (value < least) least = value;
    }
    rows[row + to + 1] = beyond;
    // A swap reaches back over one row, and costs one: what is two beyond the limit does not come back.
    if (least > most + 1) return Infinity;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const distance = at(last + b.length);
  return distance > most ? Infinity : distance;
}

/** Three rows of the table that the distance is worked out in, one after the other in turn. */
let rows = new Int32Array(3 * (longest + 2));

function at(index: number): number {
  return rows[index] ?? 0;
}
