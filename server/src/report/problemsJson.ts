import type { Problem, Severity } from '../checks/problem';

/** A problem as it is reported; lines and columns count from 1, in UTF-16 code units, the end is exclusive. */
export interface ReportedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly docs: string;
}

/** The JSON of `labelwright check --format json`. Others build on it: keep it. */
export interface ReportedProblems {
  readonly schemaVersion: 1;
  readonly files: number;
  readonly problems: readonly ReportedProblem[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Problems of `files` checked files as JSON text, with a line end. `displayPath` gives a file as it is shown. */
export function reportProblemsJson(
  problems: readonly Problem[],
  files: number,
  displayPath: (uri: string) => string,
): string {
  const reported: ReportedProblems = {
    schemaVersion: 1,
    files,
    problems: reportedProblems(problems, displayPath),
    counts: countBySeverity(problems),
  };
  return `${JSON.stringify(reported, null, 2)}\n`;
}

/** Problems by file, line, column and rule. */
export function reportedProblems(
  problems: readonly Problem[],
  displayPath: (uri: string) => string,
): ReportedProblem[] {
  const reported = problems.map(({ uri, range, severity, rule, message, docs }) => ({
    file: displayPath(uri),
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    severity,
    rule,
    message,
    docs,
  }));
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return reported.sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

/** How many problems there are of each severity. */
export function countBySeverity(problems: readonly Pick<Problem, 'severity'>[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}
