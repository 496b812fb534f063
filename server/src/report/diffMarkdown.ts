import { documentsOf } from '../compare/documents';
import type { GradedChange, Level } from '../grade/graded';
import { levels } from '../grade/graded';
import { notesOf, textsOf } from '../grade/notes';
import type { TextPart } from '../compare/wordDiff';
import { wordDiff } from '../compare/wordDiff';
import { code, plain } from './markdown';
import type { Comparison, DiffReport } from './diffReport';
import { reportedPlace, summary } from './diffReport';
import { headings } from './levelWords';
import { versionFit } from './versionFit';

/** By this first line, which nobody sees, a comment is found again to be updated in place. */
export const commentMarker = '<!-- labelwright-diff -->';

/** A comment on GitHub takes 65,536 characters; what does not fit is counted. */
const longest = 60_000;

/** Of longer texts the words are not marked. */
const longestText = 600;

/** Comparisons as Markdown, fit for a comment on a pull request: a table for each level, editorial changes folded. */
export function reportDiffMarkdown(report: DiffReport): string {
  const { comparisons } = report;
  const head = `${commentMarker}\n## What this changes in the guidelines\n\n${plain(summary(comparisons))}`;
  const parts: string[] = [head];
  let [length, left] = [head.length, 0];
  for (const comparison of comparisons) {
    const title = titleOf(comparison);
    parts.push(title);
    length += title.length;
    for (const level of levels) {
      const changes = comparison.changes.filter((change) => change.level === level);
      const rows = changes.map((change) => row(change, comparison, report));
      const shown = rows.filter((text) => (length += text.length + 1) < longest);
      left += rows.length - shown.length;
      if (shown.length > 0) parts.push(table(level, shown));
    }
  }
  if (left > 0) parts.push(`${left} more changes do not fit into a comment: \`labelwright diff\` lists them all.`);
  return `${parts.join('\n\n')}\n`;
}

function titleOf({ from, to, diff, before, after, problems }: Comparison): string {
  const notes = problems.map((problem) => `> ${plain(problem)}`);
  return [`### ${plain(from)} → ${plain(to)}`, plain(versionFit(diff.bump, before, after)), ...notes].join('\n\n');
}

function table(level: Level, rows: readonly string[]): string {
  const lines = ['| change | for annotations | place |', '|---|---|---|', ...rows];
  if (level !== 'editorial') return [`#### ${headings[level]}`, '', ...lines].join('\n');
  return ['<details>', `<summary>${headings[level]} (${rows.length})</summary>`, '', ...lines, '', '</details>'].join(
    '\n',
  );
}

function row(change: GradedChange, { before, after }: Comparison, { displayPath }: DiffReport): string {
  const now = reportedPlace(change.to, documentsOf(after), displayPath);
  const place = now ?? reportedPlace(change.from, documentsOf(before), displayPath);
  const said = [plain(change.message), marked(change), ...notesOf(change).map((note) => `⚠ ${plain(note)}`)];
  const where = place ? `${code(`${place.file}:${place.line}`)}${now ? '' : ' (old version)'}` : '';
  return `| ${said.filter((text) => text !== '').join('<br>')} | **${change.remedy}**: ${plain(change.reason)} | ${where} |`;
}

/** The two wordings with what changed: struck out, and bold. */
function marked(change: GradedChange): string {
  const texts = textsOf(change);
  if (texts?.before === undefined || texts.after === undefined) return '';
  if (texts.before.length > longestText || texts.after.length > longestText) return '';
  const { before, after } = wordDiff(texts.before, texts.after);
  const side = (parts: readonly TextPart[], tag: 'del' | 'ins') =>
    parts
      .map(({ text, changed }) => {
        const [start = '', end = ''] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
        const words = plain(text);
        return changed && words !== '' ? `${start}<${tag}>${words}</${tag}>${end}` : `${start}${words}${end}`;
      })
      .join('');
  return `${side(before, 'del')}<br>${side(after, 'ins')}`;
}
