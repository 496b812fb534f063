import type { AnnotationFile, Source } from './annotation';

/** So many problems are told one by one. */
const told = 20;
/** So much of one is told: what it quotes from a file may be of any length. */
const longest = 400;

/** So many pixels of masks are decoded of one file: a few bytes can stand for very many. */
const pixelsOfFile = 2 ** 30;

/** What is said of a mask that is not decoded any more, as words that go on from it. */
export const tooMuch = 'is left out: the masks of this file have too many pixels';

/** Gathers what is wrong with a file, in sentences: each once, the first of many; and minds the work that it makes. */
export interface Problems {
  /** `source` is where the first of them stands in the file, if it stands anywhere. */
  add(text: string, source?: Source): void;
  told(): Pick<AnnotationFile, 'problems' | 'places'>;
  /** Whether a mask of so many pixels may be decoded beside those before it. */
  affords(pixels: number): boolean;
}

export function createProblems(): Problems {
  const found: string[] = [];
  const known = new Set<string>();
  const places = new Map<string, Source>();
  let more = 0;
  let pixels = 0;
  return {
    add(text, source) {
      const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
      if (known.has(shown)) return;
      if (found.length >= told) {
        more++;
        return;
      }
      known.add(shown);
      found.push(shown);
      if (source) places.set(shown, source);
    },
    told: () => ({
      problems: more > 0 ? [...found, `There are ${more} more problems like these.`] : found,
      ...(places.size > 0 && { places }),
    }),
    affords(count) {
      pixels += count;
      return pixels <= pixelsOfFile;
    },
  };
}
