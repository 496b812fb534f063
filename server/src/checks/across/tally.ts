import type { Label } from '../../model/label';
import { lacksDefinition } from './shared';

/** What is counted over all labels of a file. */
export interface Tally {
  count(label: Label, by: 1 | -1): void;
  /** Whether any label has a parent. */
  hasParents(): boolean;
  /** The languages that at least four labels of five are translated into. */
  usualLanguages(): readonly string[];
  /** How many labels lack a definition. */
  withoutDefinition(): number;
  /** Whether so many labels lack a definition that it is said once for all: ten at least, and four of five. */
  hasHardlyDefinitions(): boolean;
  /** The same when all answers but numbers are. */
  summary(): string;
}

export function createTally(): Tally {
  let labels = 0;
  let withParents = 0;
  let lacking = 0;
  const byLanguage = new Map<string, number>();
  let usual: readonly string[] | undefined;
  const usualLanguages = () =>
    (usual ??= [...byLanguage].flatMap(([language, count]) =>
      count > 0 && count * 5 >= labels * 4 ? [language] : [],
    ));
  const hasHardlyDefinitions = () => lacking >= 10 && lacking * 5 >= labels * 4;
  return {
    count(label, by) {
      labels += by;
      usual = undefined;
      if (label.parents.length > 0) withParents += by;
      if (lacksDefinition(label)) lacking += by;
      if (label.translations.size === 0) return;
      for (const language of label.translations.keys()) byLanguage.set(language, (byLanguage.get(language) ?? 0) + by);
    },
    hasParents: () => withParents > 0,
    usualLanguages,
    withoutDefinition: () => lacking,
    hasHardlyDefinitions,
    summary: () => `${withParents > 0} ${hasHardlyDefinitions()} ${usualLanguages().join(' ')}`,
  };
}
