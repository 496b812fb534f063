import type { GradedChange } from '../grade/graded';
import { levels } from '../grade/graded';
import { ruleOf } from '../grade/rules';
import { wrapped } from './changedText';
import type { Comparison, DiffReport } from './diffReport';
import { uriOf } from './diffReport';
import { onOneLine } from './line';
import { nextVersion, versionOf } from './versionFit';

/**
 * An entry for the `changes:` of each document, as YAML: the version that the changes ask for (or that it has, where
 * that went far enough), the date of today, and what changed, the gravest first.
 */
export function reportDiffEntry(report: DiffReport): string {
  const entries = report.comparisons.flatMap((comparison) => {
    const changes = comparison.changes.filter(isContent);
    if (changes.length === 0) return [];
    const title = report.comparisons.length > 1 ? [`# ${onOneLine(report.displayPath(uriOf(comparison)))}`] : [];
    return [[...title, ...entryLines(comparison, changes, report.today), ''].join('\n')];
  });
  return entries.length > 0 ? entries.join('\n') : '# Nothing changed that a note would speak of.\n';
}

/** The version, its approvals and the notes themselves are no content of a note. */
function isContent({ id }: GradedChange): boolean {
  return !ruleOf(id)?.record && !id.startsWith('change-note-') && !id.startsWith('approval-');
}

function entryLines({ diff, before, after }: Comparison, changes: readonly GradedChange[], today: string): string[] {
  const version = nextVersion(diff.bump, before, after) ?? versionOf(after) ?? '1.0.0';
  const summary = levels.flatMap((level) => {
    const said = changes.filter((change) => change.level === level).map(({ message }) => onOneLine(message));
    return said.length === 0 ? [] : [`${level.charAt(0).toUpperCase()}${level.slice(1)}: ${said.join(' ')}`];
  });
  return [
    'changes:',
    `  - version: ${version}`,
    `    on: ${today}`,
    '    summary: |-',
    ...summary.flatMap((line) => wrapped(line, ' '.repeat(6))),
  ];
}
