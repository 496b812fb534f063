import type { Label } from '../../model/label';

/** How many of the labels that are known have a parent, and are translated into each language. */
export interface Tally {
  count(label: Label, by: 1 | -1): void;
  /** Whether any label has a parent. */
  hasParents(): boolean;
  /** The languages that at least four labels of five are translated into. */
  usualLanguages(): readonly string[];
  /** The same when all answers are. */
  summary(): string;
}

export function createTally(): Tally {
  let labels = 0;
  let withParents = 0;
  const byLanguage = new Map<string, number>();
  const usualLanguages = () =>
    [...byLanguage].flatMap(([language, count]) => (count > 0 && count * 5 >= labels * 4 ? [language] : []));
  return {
    count(label, by) {
      labels += by;
      if (label.parents.length > 0) withParents += by;
      if (label.translations.size === 0) return;
      for (const language of label.translations.keys()) byLanguage.set(language, (byLanguage.get(language) ?? 0) + by);
    },
    hasParents: () => withParents > 0,
    usualLanguages,
    summary: () => `${withParents > 0} ${usualLanguages().join(' ')}`,
  };
}
