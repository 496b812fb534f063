import type { ProblemReport, ReportedProblem } from './problemReport';
import { byFile, reportedProblems } from './problemReport';
import { xml } from './xml';

/**
 * Problems as JUnit XML, which most CI servers show as tests: a suite for each file, a case for each problem. Errors
 * fail; what is less grave is skipped, with its message; a file without problems is one case that passes.
 */
export function reportProblemsJunit({ problems, files, displayPath }: ProblemReport): string {
  const found = byFile(reportedProblems(problems, displayPath));
  const named = [...new Set([...files.map(displayPath), ...found.keys()])].sort();
  const lines = named.flatMap((file) => {
    const own = found.get(file) ?? [];
    const failures = own.filter(({ severity }) => severity === 'error').length;
    const tests = Math.max(1, own.length);
    const counts = `tests="${tests}" failures="${failures}" errors="0" skipped="${own.length - failures}"`;
    const cases = own.length === 0 ? [`    <testcase classname="${xml(file)}" name="no problems" time="0"/>`] : [];
    return [
      `  <testsuite name="${xml(file)}" ${counts} time="0">`,
      ...cases,
      ...own.flatMap(testCase),
      '  </testsuite>',
    ];
  });
  const failures = problems.filter(({ severity }) => severity === 'error').length;
  const tests = problems.length + named.length - found.size;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="labelwright" tests="${tests}" failures="${failures}" errors="0" time="0">`,
    ...lines,
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase({ file, line, column, severity, rule, message }: ReportedProblem): string[] {
  const place = `${file}:${line}:${column}`;
  const outcome =
    severity === 'error'
      ? `<failure message="${xml(message)}" type="${severity}">${xml(`${place}\n${message}`)}</failure>`
      : `<skipped message="${xml(`${severity}: ${message}`)}"/>`;
  return [
    `    <testcase classname="${xml(file)}" name="${xml(`${line}:${column} ${rule}`)}" file="${xml(file)}" line="${line}" time="0">`,
    `      ${outcome}`,
    '    </testcase>',
  ];
}
