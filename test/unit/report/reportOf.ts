import type { Comparison, DiffReport } from '../../../server/src/report/diffReport';
import { readingProblems } from '../../../server/src/report/readingProblems';
import type { Compared } from '../compare/guidelines';

/** What is reported of one comparison, as the last commit and the file as it stands. */
export function reportOf({ before, after, diff }: Compared, more: Partial<DiffReport> = {}): DiffReport {
  const names = { from: 'HEAD~1:a.taxonomy.yaml', to: 'a.taxonomy.yaml' };
  const comparison: Comparison = {
    ...names,
    before,
    after,
    diff,
    changes: diff.changes,
    problems: readingProblems(before, after),
  };
  return {
    ...names,
    comparisons: [comparison],
    failOn: 'breaking',
    version: '0.1.0',
    today: '2026-02-01',
    displayPath: (uri) => uri.replace('file:///home/guideline/', ''),
    rootOf: () => 'file:///home/guideline',
    ...more,
  };
}
