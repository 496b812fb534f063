import { relativeUri } from '../workspace/uris';
import type { Severity } from '../checks/problem';
import type { GithubCommand } from './githubCommand';
import { githubCommand } from './githubCommand';
import type { ProblemReport } from './problemReport';
import { remarks, reportedProblems, summary } from './problemReport';

const commands: Record<Severity, GithubCommand> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Problems as commands of GitHub Actions, one a line, which mark the lines of a pull request; then what sums up. Files
 * are named from the top of the repository.
 */
export function reportProblemsGithub(report: ProblemReport): string {
  const pathOf = (uri: string) => decodeURIComponent(relativeUri(report.rootOf(uri), uri) ?? uri);
  const lines = reportedProblems(report.problems, pathOf).map((problem) => {
    const { severity, rule, message } = problem;
    return githubCommand(commands[severity], problem, rule, message);
  });
  return [...lines, summary(report), ...remarks(report), ''].join('\n');
}
