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

/** Whether two URIs name the same file, however they are written. */
export function sameUri(a: string, b: string): boolean {
  return a === b || vscode.Uri.parse(a).toString() === vscode.Uri.parse(b).toString();
}
