/** So many problems are told one by one. */
const told = 20;
/** So much of one is told: what it quotes from a file may be of any length. */
const longest = 400;

/** Gathers what is wrong with a file, in sentences: each once, the first of many. */
export interface Problems {
  add(text: string): void;
  all(): readonly string[];
}

export function createProblems(): Problems {
  const found: string[] = [];
  const known = new Set<string>();
  let more = 0;
  return {
    add(text) {
      const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
      if (known.has(shown)) return;
      if (found.length >= told) {
        more++;
        return;
      }
      known.add(shown);
      found.push(shown);
    },
    all: () => (more > 0 ? [...found, `There are ${more} more problems like these.`] : found),
  };
}
