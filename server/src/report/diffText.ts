import { documentsOf } from '../compare/documents';
import type { GuidelineDiff, Level } from '../grade/graded';
import { levels } from '../grade/graded';
import type { DiffReportOptions } from './diffJson';
import { reportedPlace } from './diffJson';
import { changedText, wrapped } from './changedText';
import { onOneLine } from './line';
import { versionFit } from './versionFit';

/** What each level means for the annotations made so far. */
const headings: Readonly<Record<Level, string>> = {
  breaking: 'Breaking: annotations made so far become invalid or change their meaning',
  review: 'Review: annotations stay valid, but readers may decide otherwise now',
  quality: 'Quality: what the annotations are worth as evidence changes',
  additive: 'Additive: annotations made so far are incomplete, not wrong',
  editorial: 'Editorial: nothing that a reader would decide by',
};

/** Codes of a terminal by level. */
const colours: Readonly<Record<Level, string>> = {
  breaking: '31',
  review: '33',
  quality: '35',
  additive: '32',
  editorial: '2',
};

const indent = '      ';

/** Options of {@link reportDiffText}; colours only where they are asked for. */
export interface DiffTextOptions extends DiffReportOptions {
  readonly colour?: boolean;
}

/** A comparison for the terminal: by level, each change with its place, its words and the reason, and a line that sums up. */
export function reportDiffText(diff: GuidelineDiff, options: DiffTextOptions): string {
  const { from, to, before, after, displayPath, colour = false } = options;
  if (diff.changes.length === 0) return `No changes from ${from} to ${to}.\n`;
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const paint = (text: string, code: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  for (const level of levels) {
    const changes = diff.changes.filter((change) => change.level === level);
    if (changes.length === 0) continue;
    lines.push(paint(headings[level], `1;${colours[level]}`));
    for (const change of changes) {
      const place = reportedPlace(change.to, now, displayPath) ?? reportedPlace(change.from, old, displayPath);
      const at = place ? `${place.file}:${place.line}:${place.column}  ` : '';
      const gone = change.to || !change.from ? '' : ' (in the old version)';
      lines.push(
        `  ${paint(`${at}`, '2')}${onOneLine(change.message)}${gone}  [${change.remedy}]  ${paint(change.id, '2')}`,
        ...changedText(change, indent),
        ...wrapped(change.reason, indent).map((line) => paint(line, '2')),
      );
    }
    lines.push('');
  }
  lines.push(`${summary(diff)} ${onOneLine(versionFit(diff.bump, before, after))}`);
  return `${lines.join('\n')}\n`;
}

/** `3 changes: 1 breaking, 2 additive.` */
function summary({ changes, counts }: GuidelineDiff): string {
  const parts = levels.filter((level) => counts[level] > 0).map((level) => `${counts[level]} ${level}`);
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}: ${parts.join(', ')}.`;
}
