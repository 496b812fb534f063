import { code, plain } from './markdown';
import type { ProblemReport } from './problemReport';
import { byFile, remarks, reportedProblems, summary } from './problemReport';

/** Problems as Markdown, for a comment in a review or the summary of a job: a table for each file. */
export function reportProblemsMarkdown(report: ProblemReport): string {
  const files = byFile(reportedProblems(report.problems, report.displayPath));
  const parts = [...files].map(([file, problems]) => {
    const rows = problems.map(
      ({ line, severity, message, rule }) => `| ${line} | ${severity} | ${plain(message)} | ${code(rule)} |`,
    );
    return [`### ${plain(file)}`, '', '| line | level | problem | rule |', '|---:|---|---|---|', ...rows].join('\n');
  });
  return `${[`## Labelwright`, [summary(report), ...remarks(report)].join(' '), ...parts].join('\n\n')}\n`;
}
