import { expectLawOfProblems } from '../unit/checks/support/anyText';

export interface FuzzProblemsOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Guidelines to begin with, by path, and texts that may be anything. */
  readonly guidelines: readonly (readonly [path: string, text: string])[];
  readonly texts: readonly string[];
}

/** Edits files at random until the time is over, and compares the problems that are found with those of a fresh look. */
export async function fuzzProblems({ minutes, seed: first, guidelines, texts }: FuzzProblemsOptions): Promise<void> {
  const end = Date.now() + minutes * 60_000;
  for (let seed = first; Date.now() < end; seed++) {
    await expectLawOfProblems(guidelines, texts, { numRuns: 100, seed });
    process.stdout.write(`\rseed ${seed} `);
  }
  process.stdout.write('\n');
}
