import { onOneLine } from './line';
import type { ProblemReport } from './problemReport';
import { remarks, reportedProblems, summary } from './problemReport';

/** Problems for the terminal: by file, `file:line:column  severity  message  rule`, and lines that sum up. */
export function reportProblemsText(report: ProblemReport): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const problem of reportedProblems(report.problems, report.displayPath)) {
    if (file !== undefined && file !== problem.file) lines.push('');
    file = problem.file;
    const { line, column, severity, rule } = problem;
    lines.push(`${onOneLine(file)}:${line}:${column}  ${severity}  ${onOneLine(problem.message)}  ${rule}`);
  }
  if (lines.length > 0) lines.push('');
  lines.push(summary(report), ...remarks(report));
  return `${lines.join('\n')}\n`;
}
