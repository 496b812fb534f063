import { documentsOf } from '../compare/documents';
import type { TextPart } from '../compare/wordDiff';
import { wordDiff } from '../compare/wordDiff';
import type { GradedChange, Level } from '../grade/graded';
import { levels } from '../grade/graded';
import { notesOf, textsOf } from '../grade/notes';
import type { Comparison, DiffReport } from './diffReport';
import { countLevels, headOf, reportedPlace } from './diffReport';
import { style } from './diffStyle';
import { html } from './html';
import { headings, remedyWords } from './levelWords';
import { readable } from './readable';
import { versionFit, versionOf } from './versionFit';

/** A change with more lines may be broken over two printed pages. */
const mostLines = 12;

/** Comparisons as one HTML page that needs nothing else, runs no scripts, and prints well: both wordings of each change. */
export function reportDiffHtml(report: DiffReport): string {
  const { from, to, comparisons, today, version } = report;
  const [only, ...others] = comparisons;
  const single = others.length === 0 ? only : undefined;
  const title = single ? titleOf(single) : `Changes from ${shortName(from)} to ${shortName(to)}`;
  const counts = countLevels(comparisons);
  const tiles = levels.map((level) => `<li class="${level}"><b>${counts[level]}</b> ${level}</li>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${html(title)}</h1>
<ul class="levels">${tiles.join('')}</ul>
</header>
<main>
${comparisons.map((comparison, i) => section(comparison, i, report, single !== undefined)).join('\n')}
</main>
<footer>Written by Labelwright ${html(version)} on ${html(today)}.</footer>
</body>
</html>
`;
}

/** What a guideline is called, with the versions where both are known: `Chest, 1.0.0 → 1.1.0`. */
function titleOf({ from, to, before, after }: Comparison): string {
  const title = (headOf(after) ?? headOf(before))?.title?.text ?? shortName(after ? to : from);
  const [was, is] = [versionOf(before), versionOf(after)];
  return was !== null && is !== null ? `${title}, ${was === is ? is : `${was} → ${is}`}` : title;
}

/** The name of a side with a short commit, and of a whole path the file only. */
function shortName(name: string): string {
  const short = name.replace(/\b([0-9a-f]{10})[0-9a-f]{30}\b/g, '$1');
  return /^(?:\/|[A-Za-z]:[\\/])/.test(short) ? (short.split(/[\\/]/).findLast((part) => part !== '') ?? short) : short;
}

function section(comparison: Comparison, index: number, report: DiffReport, isSingle: boolean): string {
  const { from, to, before, after, diff, changes, problems } = comparison;
  const parts = levels.map((level) => {
    const ofLevel = changes.filter((change) => change.level === level);
    return ofLevel.length === 0 ? '' : levelPart(level, ofLevel, comparison, report);
  });
  const heading = isSingle ? 'What was compared' : titleOf(comparison);
  return `<section aria-labelledby="guideline-${index}">
<h2 id="guideline-${index}">${html(heading)}</h2>
<p class="place">${html(shortName(from))} → ${html(shortName(to))}</p>
<p>${html(versionFit(diff.bump, before, after))}</p>
${problems.map((problem) => `<p class="problem">${html(problem)}</p>`).join('\n')}
${changes.length === 0 ? '<p>No changes.</p>' : parts.join('\n')}
</section>`;
}

function levelPart(level: Level, changes: readonly GradedChange[], comparison: Comparison, report: DiffReport): string {
  return `<h3 class="${level}">${html(headings[level])}</h3>
${changes.map((change) => article(change, comparison, report)).join('\n')}`;
}

function article(change: GradedChange, { before, after }: Comparison, { displayPath }: DiffReport): string {
  const places = [
    reportedPlace(change.from, documentsOf(before), displayPath),
    reportedPlace(change.to, documentsOf(after), displayPath),
  ] as const;
  const where = places.map((place) => (place ? `<p class="place">${html(`${place.file}:${place.line}`)}</p>` : ''));
  const texts = textsOf(change);
  const [was, is] = [texts?.before ?? readable(change.before), texts?.after ?? readable(change.after)];
  const [old, now] = wordings(was, is);
  const isLong = [was, is].some((text) => (text?.split('\n').length ?? 0) > mostLines);
  const notes = notesOf(change).map((note) => `<li>${html(note)}</li>`);
  return `<article class="${change.level}${isLong ? ' long' : ''}">
<h4>${html(change.message)}</h4>
<p><span class="remedy">${change.remedy}</span> ${html(change.reason)} ${html(remedyWords[change.remedy])}</p>
${notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''}
<div class="wordings">
<div><h5>Before</h5>${old}${where[0]}</div>
<div><h5>After</h5>${now}${where[1]}</div>
</div>
<p class="id">${html(change.id)} · ${change.fingerprint}</p>
</article>`;
}

/** The two wordings as HTML, with what changed marked where there are two. */
function wordings(before: string | null, after: string | null): [string, string] {
  const whole = (text: string | null, tag: 'del' | 'ins') =>
    text === null
      ? '<p class="none">not there</p>'
      : `<blockquote class="whole"><${tag}>${html(text)}</${tag}></blockquote>`;
  if (before === null || after === null) return [whole(before, 'del'), whole(after, 'ins')];
  const parts = wordDiff(before, after);
  return [
    `<blockquote>${marked(parts.before, 'del')}</blockquote>`,
    `<blockquote>${marked(parts.after, 'ins')}</blockquote>`,
  ];
}

function marked(parts: readonly TextPart[], tag: 'del' | 'ins'): string {
  return parts.map(({ text, changed }) => (changed ? `<${tag}>${html(text)}</${tag}>` : html(text))).join('');
}
