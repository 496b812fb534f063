/** Collects what fits typed letters, without keeping more than are wanted. */
export interface Matches<T> {
  /** How well words fit, in lower case: 0 is best. Nothing where they do not, or where enough was found that does. */
  rank(words: string): number | undefined;
  /** Adds what has that rank. What is `late` comes behind all that is not. */
  add(rank: number, item: T, late?: boolean): void;
  /** What fits best; of what fits as well, what was added first. */
  best(): T[];
  /** Whether nothing can be better than what has been found. */
  isFull(): boolean;
}

const ranks = { begins: 0, wordBegins: 1, holds: 2, inOrder: 3 } as const;

export function createMatches<T>(typed: string, most: number): Matches<T> {
  const letters = typed.toLowerCase();
  const inTime: T[][] = Object.values(ranks).map(() => []);
  const late: T[][] = Object.values(ranks).map(() => []);
  let found = 0;
  const ifWanted = (rank: number) => ((inTime[rank]?.length ?? 0) < most ? rank : undefined);

  return {
    rank(words) {
      const at = words.indexOf(letters);
      if (at === 0) return ifWanted(ranks.begins);
      if (at > 0) return ifWanted(beginsWord(words, letters, at) ? ranks.wordBegins : ranks.holds);
      return found < most && holdsInOrder(words, letters) ? ranks.inOrder : undefined;
    },
    add(rank, item, isLate = false) {
      const list = (isLate ? late : inTime)[rank];
      if (list && list.length < most) list.push(item);
      if (!isLate && rank < ranks.inOrder) found++;
    },
    best: () => [...inTime.flat(), ...late.flat()].slice(0, most),
    isFull: () => (inTime[ranks.begins]?.length ?? 0) >= most,
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

function beginsWord(words: string, letters: string, first: number): boolean {
  for (let at = first; at >= 0; at = words.indexOf(letters, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(words[at - 1] ?? ' ')) return true;
  }
  return false;
}
