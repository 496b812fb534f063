import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { CodeAction, CodeActionContext, Diagnostic, Range } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { Fix, Problem } from '../checks/problem';
import type { Workspace } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import { comparePositions } from '../yaml/position';
import { toDiagnostic } from './diagnostics';

/** Gives the problems of a file as it stands now. */
export type ProblemsOf = (uri: string) => Promise<readonly Problem[]>;

/** Quick fixes for the problems that touch a range. */
export async function provideCodeActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  context: Pick<CodeActionContext, 'diagnostics' | 'only'>,
  problemsOf: ProblemsOf,
  token: CancellationToken,
): Promise<CodeAction[]> {
  if (context.only && !context.only.some((kind) => isWithin(CodeActionKind.QuickFix, kind))) return [];
  const file = await workspace.file(uri);
  if (token.isCancellationRequested || !file) return [];
  const problems = await problemsOf(uri);
  if (token.isCancellationRequested) return [];
  return problems
    .filter((problem) => problem.fixes.length > 0 && touch(problem.range, range))
    .flatMap((problem) => {
      const diagnostic = context.diagnostics.find((shown) => isSame(shown, problem)) ?? toDiagnostic(problem);
      return problem.fixes.flatMap((fix) => actionOf(uri, file.document, fix, diagnostic) ?? []);
    });
}

function actionOf(uri: string, document: YamlDocument, fix: Fix, diagnostic: Diagnostic): CodeAction | undefined {
  const edits = fix.edits(document).map(({ range, text }) => ({
    range: { start: { ...range.start }, end: { ...range.end } },
    newText: text,
  }));
  if (edits.length === 0) return undefined;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: { changes: { [uri]: edits } },
  };
}

/** Whether a kind (`quickfix.spelling`) lies within another (`quickfix`). */
function isWithin(kind: string, other: string): boolean {
  return other === '' || kind === other || kind.startsWith(`${other}.`);
}

function touch(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function isSame(shown: Diagnostic, problem: Problem): boolean {
  return (
    shown.code === problem.rule &&
    comparePositions(shown.range.start, problem.range.start) === 0 &&
    comparePositions(shown.range.end, problem.range.end) === 0
  );
}
