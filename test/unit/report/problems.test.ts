import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/src/checks/problem';
import { reportProblemsJson } from '../../../server/src/report/problemsJson';
import { reportProblemsText } from '../../../server/src/report/problemsText';

const displayPath = (uri: string) => uri.replace('file:///home/guideline/', '');

function problem(file: string, line: number, character: number, rule: string, severity: Problem['severity']): Problem {
  return {
    uri: `file:///home/guideline/${file}`,
    range: { start: { line, character }, end: { line, character: character + 4 } },
    severity,
    rule,
    message: `Something about ${rule}.`,
    docs: `docs/rules/${rule}.md`,
    fixes: [],
  };
}

const problems = [
  problem('b.protocol.yaml', 0, 0, 'schema', 'error'),
  problem('a.taxonomy.yaml', 9, 2, 'yaml', 'error'),
  problem('a.taxonomy.yaml', 1, 4, 'names-are-distinct', 'warning'),
  problem('a.taxonomy.yaml', 1, 4, 'color-is-visible', 'hint'),
];

describe('problems as JSON', () => {
  it('are sorted by file, line, column and rule, and count from 1', () => {
    const reported = JSON.parse(reportProblemsJson(problems, 3, displayPath));
    expect(reported).toMatchObject({
      schemaVersion: 1,
      files: 3,
      counts: { error: 2, warning: 1, info: 0, hint: 1 },
    });
    expect(reported.problems[0]).toEqual({
      file: 'a.taxonomy.yaml',
      line: 2,
      column: 5,
      endLine: 2,
      endColumn: 9,
      severity: 'hint',
      rule: 'color-is-visible',
      message: 'Something about color-is-visible.',
      docs: 'docs/rules/color-is-visible.md',
    });
    expect(reported.problems.map(({ rule }: { rule: string }) => rule)).toEqual([
      'color-is-visible',
      'names-are-distinct',
      'yaml',
      'schema',
    ]);
  });

  it('are an empty list where there are none', () => {
    expect(JSON.parse(reportProblemsJson([], 1, displayPath))).toEqual({
      schemaVersion: 1,
      files: 1,
      problems: [],
      counts: { error: 0, warning: 0, info: 0, hint: 0 },
    });
  });
});

describe('problems as text', () => {
  it('are grouped by file, with a line that sums up', () => {
    expect(reportProblemsText(problems, 3, displayPath)).toBe(
      [
        'a.taxonomy.yaml:2:5  hint  Something about color-is-visible.  color-is-visible',
        'a.taxonomy.yaml:2:5  warning  Something about names-are-distinct.  names-are-distinct',
        'a.taxonomy.yaml:10:3  error  Something about yaml.  yaml',
        '',
        'b.protocol.yaml:1:1  error  Something about schema.  schema',
        '',
        '4 problems in 3 files: 2 errors, 1 warning, 1 hint.',
        '',
      ].join('\n'),
    );
  });

  it('say that there are none', () => {
    expect(reportProblemsText([], 1, displayPath)).toBe('No problems in 1 file.\n');
  });
});
