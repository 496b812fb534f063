import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Problem, Severity } from '../checks/problem';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { deprecated: DiagnosticTag.Deprecated, unused: DiagnosticTag.Unnecessary };

/** The address of a rule's page, given its path in the package; nothing where pages cannot be opened. */
export type DocsUri = (path: string) => string | undefined;

/** Problems as an editor shows them, in the same order. */
export function toDiagnostics(problems: readonly Problem[], docsUri?: DocsUri): Diagnostic[] {
  return problems.map((problem) => toDiagnostic(problem, docsUri));
}

export function toDiagnostic(problem: Problem, docsUri?: DocsUri): Diagnostic {
  const href = docsUri?.(problem.docs);
  return {
    range: { start: { ...problem.range.start }, end: { ...problem.range.end } },
    severity: severities[problem.severity],
    source: 'labelwright',
    code: problem.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: problem.message,
    ...(problem.tags ? { tags: problem.tags.map((tag) => tags[tag]) } : {}),
  };
}
