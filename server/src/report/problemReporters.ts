import type { ProblemReport } from './problemReport';
import { reportProblemsGithub } from './problemsGithub';
import { reportProblemsJson } from './problemsJson';
import { reportProblemsJunit } from './problemsJunit';
import { reportProblemsMarkdown } from './problemsMarkdown';
import { reportProblemsSarif } from './problemsSarif';
import { reportProblemsText } from './problemsText';

/** How problems can be reported, by the name of the format. */
export const problemReporters = {
  text: reportProblemsText,
  json: reportProblemsJson,
  sarif: reportProblemsSarif,
  junit: reportProblemsJunit,
  github: reportProblemsGithub,
  markdown: reportProblemsMarkdown,
} satisfies Record<string, (report: ProblemReport) => string>;

export type ProblemFormat = keyof typeof problemReporters;
