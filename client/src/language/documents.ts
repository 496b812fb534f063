import * as vscode from 'vscode';

/** The languages of guideline files; the configuration is checked too, but has no samples and no versions of meaning. */
export const guidelineLanguages: readonly string[] = ['label-taxonomy', 'annotation-protocol'];
export const configLanguage = 'labelwright-config';

/** Documents of earlier versions: shown, but no part of the workspace. */
export const revisionScheme = 'labelwright-revision';

/** What the server is told of: our languages, where files can be edited (not in views of earlier versions). */
export function documentSelector(): { language: string; scheme: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)]);
  return [...guidelineLanguages, configLanguage].flatMap((language) =>
    [...schemes].map((scheme) => ({ language, scheme })),
  );
}

/** Whether a document is a taxonomy or a protocol as it stands now. */
export function isGuideline(document: vscode.TextDocument): boolean {
  return guidelineLanguages.includes(document.languageId) && document.uri.scheme !== revisionScheme;
}

/**
 * The guideline that a command is meant for: the one it was called on, else the one in the active editor. Says what to do
 * when there is none.
 */
export function guidelineFor(called: unknown): vscode.Uri | undefined {
  if (called instanceof vscode.Uri) return called;
  const document = vscode.window.activeTextEditor?.document;
  if (document && isGuideline(document)) return document.uri;
  const shown = vscode.window.visibleTextEditors.find((editor) => isGuideline(editor.document));
  if (shown) return shown.document.uri;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a label taxonomy or an annotation protocol first.'));
  return undefined;
}

/** Whether two URIs name the same file, however they are written. */
export function sameUri(a: string, b: string): boolean {
  return a === b || vscode.Uri.parse(a).toString() === vscode.Uri.parse(b).toString();
}
