import { preferredFix } from '../checks/fixAll';
import type { Problem, Severity } from '../checks/problem';
import { counted } from '../checks/words';
import type { YamlDocument } from '../yaml/document';

/** What a check found, for those who report it. */
export interface ProblemReport {
  readonly problems: readonly Problem[];
  /** The URIs of the guidelines that were checked. */
  readonly files: readonly string[];
  /** The annotations that were checked against the guideline, where any were. */
  readonly annotations?: AnnotationCounts;
  /** How many problems were fixed, where that was asked for. */
  readonly fixed?: number;
  /** Labelwright's version. */
  readonly version: string;
  /** A file as the user would name it. */
  displayPath(uri: string): string;
  /** The URI of the repository (or other folder) that a file is in. */
  rootOf(uri: string): string;
  /** The text that a problem of this file speaks of; nothing where it is no YAML. */
  documentOf(uri: string): YamlDocument | undefined;
}

/** How much data was checked against a guideline. */
export interface AnnotationCounts {
  readonly files: number;
  readonly images: number;
  readonly annotations: number;
}

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

/** Problems by file, line, column and rule. `nameOf` gives a file as it is to be named. */
export function reportedProblems(problems: readonly Problem[], nameOf: (uri: string) => string): ReportedProblem[] {
  const reported = problems.map(({ uri, range, severity, rule, message, docs }) => ({
    file: nameOf(uri),
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

/** Problems by their file, in order. */
export function byFile(problems: readonly ReportedProblem[]): Map<string, ReportedProblem[]> {
  const files = new Map<string, ReportedProblem[]>();
  for (const problem of problems) {
    const own = files.get(problem.file);
    if (own) own.push(problem);
    else files.set(problem.file, [problem]);
  }
  return files;
}

/** How many problems there are of each severity. */
export function countBySeverity(problems: readonly Pick<Problem, 'severity'>[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** What was found, in one line: `3 problems in 2 files: 1 error, 2 warnings.` */
export function summary({ problems, files }: ProblemReport): string {
  const checked = counted(files.length, 'file');
  if (problems.length === 0) return `No problems in ${checked}.`;
  const counts = Object.entries(countBySeverity(problems)).filter(([, count]) => count > 0);
  const parts = counts.map(([severity, count]) => counted(count, severity, severity === 'info' ? 'info' : undefined));
  return `${counted(problems.length, 'problem')} in ${checked}: ${parts.join(', ')}.`;
}

/** What else was done, in whole sentences: what was fixed, what can be, and which data was checked. */
export function remarks({ problems, fixed, annotations }: ProblemReport): string[] {
  const fixable = problems.filter((problem) => preferredFix(problem)).length;
  const found: string[] = [];
  if (fixed !== undefined) found.push(`${counted(fixed, 'problem was', 'problems were')} fixed.`);
  else if (fixable > 0) found.push(`${counted(fixable, 'of them', 'of them')} can be fixed with --fix.`);
  if (annotations) {
    const { files, images } = annotations;
    const data = `${counted(annotations.annotations, 'annotation')} on ${counted(images, 'image')}`;
    found.push(`${data} in ${counted(files, 'annotation file')} were checked against the guideline.`);
  }
  return found;
}
