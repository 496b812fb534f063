import type { GradedChange, Level } from '../grade/graded';
import { relativeUri } from '../workspace/uris';
import type { Comparison, DiffReport } from './diffReport';
import { anchorOf, summary } from './diffReport';
import type { GithubCommand } from './githubCommand';
import { githubCommand } from './githubCommand';
import { versionFit } from './versionFit';

const commands: Readonly<Record<Level, GithubCommand>> = {
  breaking: 'error',
  review: 'warning',
  quality: 'warning',
  additive: 'notice',
  editorial: 'notice',
};

/** Changes as commands of GitHub Actions, one a line, which mark the lines of a pull request; then what sums up. */
export function reportDiffGithub(report: DiffReport): string {
  const lines = report.comparisons.flatMap((comparison) =>
    comparison.changes.map((change) => command(change, comparison, report)),
  );
  const changed = report.comparisons.filter(({ diff }) => diff.changes.length > 0);
  const fits = changed.map(({ diff, before, after }) => versionFit(diff.bump, before, after));
  return [...lines, [summary(report.comparisons), ...new Set(fits)].join(' '), ''].join('\n');
}

function command(change: GradedChange, comparison: Comparison, { rootOf }: DiffReport): string {
  const { uri, range } = anchorOf(change, comparison);
  const { start, end } = range;
  const place = {
    file: decodeURIComponent(relativeUri(rootOf(uri), uri) ?? uri),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  const title = `${change.level}, ${change.remedy}: ${change.id}`;
  return githubCommand(commands[change.level], place, title, `${change.message} ${change.reason}`);
}
