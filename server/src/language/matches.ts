/** Collects what fits a few typed letters, the best first, without keeping more than are wanted. */
export interface Matches<T> {
  /**
   * How well words fit, in lower case: 0 is best. Nothing where they do not, and where enough was found that fits as
   * well.
   */
  rank(words: string): number | undefined;
  /** Adds what has that rank. What is `late` comes behind all that is not. */
  add(rank: number, item: T, late?: boolean): void;
  /** What fits best; of what fits as well, what was added first. */
  best(): T[];
}

const ranks = { exact: 0, begins: 1, wordBegins: 2, holds: 3, inOrder: 4 } as const;

export function createMatches<T>(typed: string, most: number): Matches<T> {
  const letters = typed.toLowerCase();
  const inTime: T[][] = Object.values(ranks).map(() => []);
  const late: T[][] = Object.values(ranks).map(() => []);
  let found = 0;
  const ifWanted = (rank: number) => ((inTime[rank]?.length ?? 0) < most ? rank : undefined);

  return {
    rank(words) {
      if (words.startsWith(letters)) return ifWanted(isExact(words, letters) ? ranks.exact : ranks.begins);
      // What has been found is better than what would be.
      if ((inTime[ranks.begins]?.length ?? 0) >= most) return undefined;
      const at = words.indexOf(letters);
      if (at >= 0) return ifWanted(beginsWord(words, letters, at) ? ranks.wordBegins : ranks.holds);
      return found < most && holdsInOrder(words, letters) ? ranks.inOrder : undefined;
    },
    add(rank, item, isLate = false) {
      const list = (isLate ? late : inTime)[rank];
      if (list && list.length < most) list.push(item);
      if (!isLate && rank < ranks.inOrder) found++;
    },
    best: () => [...inTime.flat(), ...late.flat()].slice(0, most),
  };
}

/** Whether words hold letters in their order, with others between them. Both in lower case. */
export function holdsInOrder(words: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = words.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

/** Whether the first word is what was typed; nothing typed is no word. */
function isExact(words: string, letters: string): boolean {
  return letters !== '' && (words.length === letters.length || words[letters.length] === ' ');
}

function beginsWord(words: string, letters: string, first: number): boolean {
  for (let at = first; at >= 0; at = words.indexOf(letters, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(words[at - 1] ?? ' ')) return true;
  }
  return false;
}
