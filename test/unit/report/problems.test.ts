import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/src/checks/problem';
import type { ProblemReport } from '../../../server/src/report/problemReport';
import { reportProblemsGithub } from '../../../server/src/report/problemsGithub';
import { reportProblemsJson } from '../../../server/src/report/problemsJson';
import { reportProblemsJunit } from '../../../server/src/report/problemsJunit';
import { reportProblemsMarkdown } from '../../../server/src/report/problemsMarkdown';
import { reportProblemsText } from '../../../server/src/report/problemsText';

const folder = 'file:///home/guideline';
const displayPath = (uri: string) => decodeURIComponent(uri.replace(`${folder}/`, ''));

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

function reportOf(
  found: readonly Problem[],
  files: readonly string[],
  more: Partial<ProblemReport> = {},
): ProblemReport {
  return {
    problems: found,
    files: files.map((file) => `${folder}/${file}`),
    version: '0.1.0',
    displayPath,
    rootOf: () => folder,
    documentOf: () => undefined,
    ...more,
  };
}

const report = reportOf(problems, ['a.taxonomy.yaml', 'b.protocol.yaml', 'c.taxonomy.yaml']);
/** Words that mean something in every format. */
const hostile = reportOf(
  [
    {
      ...problem('a%20b%2Cc.taxonomy.yaml', 1, 4, 'schema', 'error'),
      message: 'No <b>“a|b”</b>:\n& 100% [x](y) \u0007.',
    },
  ],
  ['a%20b%2Cc.taxonomy.yaml'],
);

describe('problems as JSON', () => {
  it('are sorted by file, line, column and rule, and count from 1', () => {
    const reported = JSON.parse(reportProblemsJson(report));
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
    expect(JSON.parse(reportProblemsJson(reportOf([], ['a.taxonomy.yaml'])))).toEqual({
      schemaVersion: 1,
      files: 1,
      problems: [],
      counts: { error: 0, warning: 0, info: 0, hint: 0 },
    });
  });
});

describe('problems as text', () => {
  it('are grouped by file, with a line that sums up', () => {
    expect(reportProblemsText(report)).toBe(
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
    expect(reportProblemsText(reportOf([], ['a.taxonomy.yaml']))).toBe('No problems in 1 file.\n');
  });
});

describe('what was done beside', () => {
  const fix = { title: 'Mend it', preferred: true, edits: () => [] };
  const fixable = { ...problem('a.taxonomy.yaml', 1, 4, 'schema', 'error'), fixes: [fix] };

  it.each<[Partial<ProblemReport>, string]>([
    [{}, '1 of them can be fixed with --fix.'],
    [{ fixed: 0 }, '0 problems were fixed.'],
    [{ fixed: 1 }, '1 problem was fixed.'],
    [
      { fixed: 2, annotations: { files: 1, images: 3, annotations: 20 } },
      '2 problems were fixed.\n20 annotations on 3 images in 1 annotation file were checked against the guideline.',
    ],
  ])('%j', (more, expected) => {
    const text = reportProblemsText(reportOf([fixable], ['a.taxonomy.yaml'], more));
    expect(text).toBe(
      `a.taxonomy.yaml:2:5  error  Something about schema.  schema\n\n1 problem in 1 file: 1 error.\n${expected}\n`,
    );
  });

  it('is in the JSON', () => {
    const annotations = { files: 1, images: 3, annotations: 20 };
    expect(JSON.parse(reportProblemsJson(reportOf([], [], { fixed: 2, annotations })))).toMatchObject({
      fixed: 2,
      annotations,
    });
  });
});

describe('problems for GitHub', () => {
  it('are one command a line, and what sums up', () => {
    expect(reportProblemsGithub(report)).toBe(
      [
        '::notice file=a.taxonomy.yaml,line=2,endLine=2,col=5,endColumn=9,title=color-is-visible::Something about color-is-visible.',
        '::warning file=a.taxonomy.yaml,line=2,endLine=2,col=5,endColumn=9,title=names-are-distinct::Something about names-are-distinct.',
        '::error file=a.taxonomy.yaml,line=10,endLine=10,col=3,endColumn=7,title=yaml::Something about yaml.',
        '::error file=b.protocol.yaml,line=1,endLine=1,col=1,endColumn=5,title=schema::Something about schema.',
        '4 problems in 3 files: 2 errors, 1 warning, 1 hint.',
        '',
      ].join('\n'),
    );
  });

  it('name no columns over several lines', () => {
    const [first] = problems;
    const long = first && { ...first, range: { start: { line: 0, character: 3 }, end: { line: 2, character: 1 } } };
    expect(reportProblemsGithub(reportOf(long ? [long] : [], ['b.protocol.yaml'])).split('\n')[0]).toBe(
      '::error file=b.protocol.yaml,line=1,endLine=3,title=schema::Something about schema.',
    );
  });

  it('keep what has a meaning in commands', () => {
    expect(reportProblemsGithub(hostile).split('\n')[0]).toBe(
      '::error file=a b%2Cc.taxonomy.yaml,line=2,endLine=2,col=5,endColumn=9,title=schema::No <b>“a|b”</b>:%0A& 100%25 [x](y) \u0007.',
    );
  });
});

describe('problems as Markdown', () => {
  it('are a table for each file', () => {
    expect(reportProblemsMarkdown(report)).toBe(
      `## Labelwright

4 problems in 3 files: 2 errors, 1 warning, 1 hint.

### a.taxonomy.yaml

| line | level | problem | rule |
|---:|---|---|---|
| 2 | hint | Something about color-is-visible. | \`color-is-visible\` |
| 2 | warning | Something about names-are-distinct. | \`names-are-distinct\` |
| 10 | error | Something about yaml. | \`yaml\` |

### b.protocol.yaml

| line | level | problem | rule |
|---:|---|---|---|
| 1 | error | Something about schema. | \`schema\` |
`,
    );
    expect(reportProblemsMarkdown(reportOf([], ['a.taxonomy.yaml']))).toBe(
      '## Labelwright\n\nNo problems in 1 file.\n',
    );
  });

  it('show words as they are', () => {
    expect(reportProblemsMarkdown(hostile)).toContain(
      '| 2 | error | No \\<b\\>“a\\|b”\\</b\\>: \\& 100% \\[x\\]\\(y\\) . | `schema` |',
    );
  });
});

describe('problems as JUnit', () => {
  it('are a suite for each file: errors fail, others are skipped', () => {
    expect(reportProblemsJunit(report)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="labelwright" tests="5" failures="2" errors="0" time="0">
  <testsuite name="a.taxonomy.yaml" tests="3" failures="1" errors="0" skipped="2" time="0">
    <testcase classname="a.taxonomy.yaml" name="2:5 color-is-visible" file="a.taxonomy.yaml" line="2" time="0">
      <skipped message="hint: Something about color-is-visible."/>
    </testcase>
    <testcase classname="a.taxonomy.yaml" name="2:5 names-are-distinct" file="a.taxonomy.yaml" line="2" time="0">
      <skipped message="warning: Something about names-are-distinct."/>
    </testcase>
    <testcase classname="a.taxonomy.yaml" name="10:3 yaml" file="a.taxonomy.yaml" line="10" time="0">
      <failure message="Something about yaml." type="error">a.taxonomy.yaml:10:3&#10;Something about yaml.</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.protocol.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase classname="b.protocol.yaml" name="1:1 schema" file="b.protocol.yaml" line="1" time="0">
      <failure message="Something about schema." type="error">b.protocol.yaml:1:1&#10;Something about schema.</failure>
    </testcase>
  </testsuite>
  <testsuite name="c.taxonomy.yaml" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="c.taxonomy.yaml" name="no problems" time="0"/>
  </testsuite>
</testsuites>
`,
    );
  });

  it('keep what has a meaning in XML', () => {
    expect(reportProblemsJunit(hostile)).toContain(
      '<failure message="No &#60;b&#62;“a|b”&#60;/b&#62;:&#10;&#38; 100% [x](y) ." type="error">',
    );
  });
});
