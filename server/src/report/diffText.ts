import type { GradedChange } from '../grade/graded';
import { levels } from '../grade/graded';
import { notesOf } from '../grade/notes';
import { changedText, wrapped } from './changedText';
import type { Comparison, DiffReport } from './diffReport';
import { summary } from './diffReport';
import { placeText, sentenceOf } from './diffLines';
import { headings } from './levelWords';
import { onOneLine } from './line';
import { versionFit } from './versionFit';

/** Codes of a terminal by level. */
const colours: Readonly<Record<GradedChange['level'], string>> = {
  breaking: '31',
  review: '33',
  quality: '35',
  additive: '32',
  editorial: '2',
};

const indent = '      ';

/** Comparisons for the terminal: by level, each change with its place, its words and the reason, and lines that sum up. */
export function reportDiffText(report: DiffReport, colour = false): string {
  const { comparisons } = report;
  if (comparisons.length === 0) return `No changes from ${report.from} to ${report.to}.\n`;
  const parts = comparisons.map((comparison) => {
    const title = comparisons.length > 1 ? [`${comparison.from} → ${comparison.to}`, ''] : [];
    return [...title, ...partLines(comparison, report, colour), ''].join('\n');
  });
  if (comparisons.length > 1) parts.push(`In ${comparisons.length} guidelines: ${summary(comparisons)}\n`);
  return parts.join('\n');
}

function partLines(comparison: Comparison, report: DiffReport, colour: boolean): string[] {
  const { from, to, changes, diff, before, after } = comparison;
  if (diff.changes.length === 0) return [`No changes from ${from} to ${to}.`];
  const paint = (text: string, code: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  for (const level of levels) {
    const ofLevel = changes.filter((change) => change.level === level);
    if (ofLevel.length === 0) continue;
    lines.push(paint(headings[level], `1;${colours[level]}`));
    for (const change of ofLevel) {
      lines.push(
        `  ${paint(placeText(change, comparison, report), '2')}${sentenceOf(change)}  [${change.remedy}]  ${paint(change.id, '2')}`,
        ...changedText(change, indent),
        ...notesOf(change).map((note) => paint(`${indent}! ${onOneLine(note)}`, '1')),
        ...wrapped(change.reason, indent).map((line) => paint(line, '2')),
      );
    }
    lines.push('');
  }
  const hidden = diff.changes.length - changes.length;
  const rest = hidden > 0 ? ` ${hidden} more ${hidden === 1 ? 'is' : 'are'} not shown.` : '';
  return [...lines, `${summary([comparison])}${rest} ${onOneLine(versionFit(diff.bump, before, after))}`];
}
