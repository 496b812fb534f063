import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { CodeAction, CodeActionContext, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import { approvalsWithoutDigest, digestEdits } from '../checks/approvalEdits';
import { isIncomplete } from '../checks/brokenPlaces';
import { fixAllAtOnce, preferredFix } from '../checks/fixAll';
import type { Fix, Problem } from '../checks/problem';
import { counted } from '../checks/words';
import type { Workspace } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import type { TextEdit as Edit } from '../yaml/position';
import { comparePositions } from '../yaml/position';
import { toDiagnostic, toDiagnostics } from './diagnostics';
import { fixAllKind } from './fixAllKind';

/** Gives the problems of a file as it stands now. */
export type ProblemsOf = (uri: string) => Promise<readonly Problem[]>;

/**
 * Quick fixes for the problems that touch a range, one by one and all of a kind in the file, and for approvals there that
 * carry no digest; where the kind is asked for, one action that mends the file as far as that can be done without asking.
 */
export async function provideCodeActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  context: Pick<CodeActionContext, 'diagnostics' | 'only'>,
  problemsOf: ProblemsOf,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { only } = context;
  const wantsFixes = !only || only.some((kind) => isWithin(CodeActionKind.QuickFix, kind));
  // An action of the whole file is no quick fix: it stands in no menu where it is not asked for.
  const wantsAll = only?.some((kind) => kind !== '' && isWithin(fixAllKind, kind)) ?? false;
  if (!wantsFixes && !wantsAll) return [];
  const file = await workspace.file(uri);
  if (token.isCancellationRequested || !file) return [];
  const problems = await problemsOf(uri);
  if (token.isCancellationRequested) return [];
  const { document } = file;
  const here = wantsFixes ? problems.filter((problem) => touch(problem.range, range)) : [];
  return [
    ...here.flatMap((problem) => {
      const diagnostic = context.diagnostics.find((shown) => isSame(shown, problem)) ?? toDiagnostic(problem);
      return problem.fixes.flatMap((fix) => actionOf(uri, document, fix, diagnostic) ?? []);
    }),
    ...[...new Set(here.map(({ rule }) => rule))].flatMap(
      (rule) => allOfRule(uri, document, rule, problems, here) ?? [],
    ),
    ...(wantsAll ? allOfFile(uri, document, problems) : []),
    ...(wantsFixes ? await recordDigests(uri, document, range) : []),
  ];
}

/** An approval that is written by hand has no digest; a text of which parts cannot be read has none that counts. */
async function recordDigests(uri: string, document: YamlDocument, range: Range): Promise<CodeAction[]> {
  if (isIncomplete(document)) return [];
  const here = approvalsWithoutDigest(document).filter((approval) => {
    const { start, end } = document.range(approval);
    return touch({ start: { line: start.line, character: 0 }, end }, range);
  });
  return Promise.all(
    here.map(async (approval) => ({
      title: 'Record the digest of this text',
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [uri]: (await digestEdits(document, approval)).map(toTextEdit) } },
    })),
  );
}

function actionOf(uri: string, document: YamlDocument, fix: Fix, diagnostic: Diagnostic): CodeAction | undefined {
  const edits = fix.edits(document);
  if (edits.length === 0) return undefined;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: { changes: { [uri]: edits.map(toTextEdit) } },
  };
}

/** One action for all problems of a rule that can be mended without asking, where there are several; some are `here`. */
function allOfRule(
  uri: string,
  document: YamlDocument,
  rule: string,
  problems: readonly Problem[],
  here: readonly Problem[],
): CodeAction | undefined {
  const own = problems.filter((problem) => problem.rule === rule && preferredFix(problem));
  if (own.length < 2) return undefined;
  const { edits, fixed } = fixAllAtOnce(document, own);
  if (fixed < 2) return undefined;
  return {
    title: `Fix ${fixed} problems of “${rule}” in this file`,
    kind: CodeActionKind.QuickFix,
    diagnostics: toDiagnostics(here.filter((problem) => problem.rule === rule)),
    edit: { changes: { [uri]: edits.map(toTextEdit) } },
  };
}

function allOfFile(uri: string, document: YamlDocument, problems: readonly Problem[]): CodeAction[] {
  const { edits, fixed } = fixAllAtOnce(document, problems);
  if (fixed === 0) return [];
  const title = `Fix ${counted(fixed, 'problem')} in this file`;
  return [{ title, kind: fixAllKind, edit: { changes: { [uri]: edits.map(toTextEdit) } } }];
}

function toTextEdit({ range, text }: Edit): TextEdit {
  return { range: { start: { ...range.start }, end: { ...range.end } }, newText: text };
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
