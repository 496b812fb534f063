import { documentsOf } from '../compare/documents';
import type { GradedChange } from '../grade/graded';
import type { Comparison, DiffReport } from './diffReport';
import { reportedPlace } from './diffReport';
import { onOneLine } from './line';

/** One line for each change: its place, level and remedy, what changed, and the id of the change. */
export function reportDiffLines(report: DiffReport): string {
  const lines = report.comparisons.flatMap((comparison) =>
    comparison.changes.map((change) => {
      const judged = `${change.level}/${change.remedy}`;
      return `${placeText(change, comparison, report)}${judged}  ${sentenceOf(change)}  ${change.id}`;
    }),
  );
  return [...lines, ''].join('\n');
}

/** What changed, on one line, and whether its place is one in the old version. */
export function sentenceOf({ message, from, to }: GradedChange): string {
  return `${onOneLine(message)}${to || !from ? '' : ' (in the old version)'}`;
}

/** `file:line:column` and two blanks; nothing where a change has no place. */
export function placeText(change: GradedChange, { before, after }: Comparison, { displayPath }: DiffReport): string {
  const place =
    reportedPlace(change.to, documentsOf(after), displayPath) ??
    reportedPlace(change.from, documentsOf(before), displayPath);
  return place ? `${place.file}:${place.line}:${place.column}  ` : '';
}
