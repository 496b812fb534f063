import type { Problem, Severity } from '../checks/problem';
import { onOneLine } from './line';
import { countBySeverity, reportedProblems } from './problemsJson';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Problems for the terminal: by file, `file:line:column  severity  message  rule`, and a line that sums up. */
export function reportProblemsText(
  problems: readonly Problem[],
  files: number,
  displayPath: (uri: string) => string,
): string {
  const checked = count(files, 'file');
  if (problems.length === 0) return `No problems in ${checked}.\n`;
  const lines: string[] = [];
  let file: string | undefined;
  for (const problem of reportedProblems(problems, displayPath)) {
    if (file !== undefined && file !== problem.file) lines.push('');
    file = problem.file;
    const { line, column, severity, rule } = problem;
    lines.push(`${file}:${line}:${column}  ${severity}  ${onOneLine(problem.message)}  ${rule}`);
  }
  const counts = countBySeverity(problems);
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity));
  lines.push('', `${count(problems.length, 'problem')} in ${checked}: ${parts.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 || what === 'info' ? '' : 's'}`;
}
