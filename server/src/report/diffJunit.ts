import type { GradedChange } from '../grade/graded';
import type { Comparison, DiffReport } from './diffReport';
import { anchorOf, isAsGrave, uriOf } from './diffReport';
import { xml } from './xml';

/**
 * Changes as JUnit XML: a suite for each guideline, a case for each change. Those that a check should fail of fail; what
 * is less grave is skipped, with its sentence; a guideline without changes is one case that passes.
 */
export function reportDiffJunit(report: DiffReport): string {
  const fails = ({ level }: GradedChange) => isAsGrave(level, report.failOn);
  const shown = report.comparisons.flatMap(({ changes }) => changes);
  const idle = report.comparisons.filter(({ changes }) => changes.length === 0).length;
  const failures = shown.filter(fails).length;
  const suites = report.comparisons.flatMap((comparison) => {
    const { changes } = comparison;
    const name = xml(report.displayPath(uriOf(comparison)));
    const failed = changes.filter(fails).length;
    const counts = `tests="${Math.max(1, changes.length)}" failures="${failed}" errors="0" skipped="${changes.length - failed}"`;
    const cases = changes.length === 0 ? [`    <testcase classname="${name}" name="no changes" time="0"/>`] : [];
    return [
      `  <testsuite name="${name}" ${counts} time="0">`,
      ...cases,
      ...changes.flatMap((change) => testCase(change, fails(change), comparison, report)),
      '  </testsuite>',
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="labelwright diff" tests="${shown.length + idle}" failures="${failures}" errors="0" time="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(change: GradedChange, fails: boolean, comparison: Comparison, report: DiffReport): string[] {
  const { uri, range } = anchorOf(change, comparison);
  const file = report.displayPath(uri);
  const line = range.start.line + 1;
  const { level, remedy, message, reason } = change;
  const outcome = fails
    ? `<failure message="${xml(message)}" type="${level}">${xml(`${file}:${line}\n${message}\n${reason}\nRemedy: ${remedy}`)}</failure>`
    : `<skipped message="${xml(`${level}, ${remedy}: ${message}`)}"/>`;
  const name = `${change.subject} ${change.id} ${change.fingerprint}`;
  return [
    `    <testcase classname="${xml(file)}" name="${xml(name)}" file="${xml(file)}" line="${line}" time="0">`,
    `      ${outcome}`,
    '    </testcase>',
  ];
}
