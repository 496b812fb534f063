import { reportDiffEntry } from './diffEntry';
import { reportDiffGithub } from './diffGithub';
import { reportDiffHtml } from './diffHtml';
import { reportDiffJson } from './diffJson';
import { reportDiffLines } from './diffLines';
import { reportDiffJunit } from './diffJunit';
import { reportDiffMarkdown } from './diffMarkdown';
import type { DiffReport } from './diffReport';
import { reportDiffSarif } from './diffSarif';
import { reportDiffText } from './diffText';

/** How comparisons can be reported, by the name of the format; colours only where they are asked for. */
export const diffReporters = {
  text: reportDiffText,
  lines: reportDiffLines,
  json: reportDiffJson,
  markdown: reportDiffMarkdown,
  html: reportDiffHtml,
  sarif: reportDiffSarif,
  junit: reportDiffJunit,
  github: reportDiffGithub,
  changes: reportDiffEntry,
} satisfies Record<string, (report: DiffReport, colour: boolean) => string>;

export type DiffFormat = keyof typeof diffReporters;
