import type { Severity } from '../checks/problem';
import type { AnnotationCounts, ProblemReport, ReportedProblem } from './problemReport';
import { countBySeverity, reportedProblems } from './problemReport';

/** The JSON of `labelwright check --format json`. Others build on it: keep it. */
export interface ReportedProblems {
  readonly schemaVersion: 1;
  readonly files: number;
  readonly problems: readonly ReportedProblem[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many problems were fixed, with `--fix`. */
  readonly fixed?: number;
  /** How much data was checked, with `--annotations`. */
  readonly annotations?: AnnotationCounts;
}

/** Problems as JSON text, with a line end. */
export function reportProblemsJson({ problems, files, fixed, annotations, displayPath }: ProblemReport): string {
  const reported: ReportedProblems = {
    schemaVersion: 1,
    files: files.length,
    problems: reportedProblems(problems, displayPath),
    counts: countBySeverity(problems),
    ...(fixed === undefined ? {} : { fixed }),
    ...(annotations === undefined ? {} : { annotations }),
  };
  return `${JSON.stringify(reported, null, 2)}\n`;
}
