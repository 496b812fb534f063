import { relativeUri } from '../workspace/uris';
import type { Severity } from '../checks/problem';
import type { ProblemReport } from './problemReport';
import { remarks, reportedProblems, summary } from './problemReport';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/**
 * Problems as commands of GitHub Actions, one a line, which mark the lines of a pull request; then what sums up. Files
 * are named from the top of the repository.
 */
export function reportProblemsGithub(report: ProblemReport): string {
  const pathOf = (uri: string) => decodeURIComponent(relativeUri(report.rootOf(uri), uri) ?? uri);
  const lines = reportedProblems(report.problems, pathOf).map((problem) => {
    const { file, line, column, endLine, endColumn, severity, rule, message } = problem;
    // Columns count only where a problem begins and ends in one line.
    const columns = line === endLine ? { col: column, endColumn } : {};
    const properties = Object.entries({ file, line, endLine, ...columns, title: rule });
    const written = properties.map(([name, value]) => `${name}=${inProperty(String(value))}`);
    return `::${commands[severity]} ${written.join(',')}::${inData(message)}`;
  });
  return [...lines, summary(report), ...remarks(report), ''].join('\n');
}

function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
