import * as vscode from 'vscode';
import { isGuideline } from '../language/documents';

/**
 * The guideline that a command is meant for: the one it was called on, else the one in an editor, else the one that the
 * user picks from those of the workspace. Nothing when there is none, which is said.
 */
export async function guidelineFor(called: unknown): Promise<vscode.Uri | undefined> {
  if (called instanceof vscode.Uri) return called;
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [activeTextEditor, ...visibleTextEditors];
  return editors.find((editor) => editor && isGuideline(editor.document))?.document.uri ?? pickGuideline();
}

/** Lets the user pick one of the guidelines of the workspace; says so when there is none. */
export async function pickGuideline(placeHolder = vscode.l10n.t('Which guideline?')): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.{taxonomy,protocol}.{yaml,yml}', '**/node_modules/**');
  if (!files.length) {
    const create = vscode.l10n.t('New Guideline…');
    const sentence = vscode.l10n.t('There is no label taxonomy and no annotation protocol here yet.');
    const chosen = await vscode.window.showInformationMessage(sentence, create);
    if (chosen === create) await vscode.commands.executeCommand('labelwright.newGuideline');
    return undefined;
  }
  const items = files
    .map((uri) => {
      const path = vscode.workspace.asRelativePath(uri);
      const folder = path.lastIndexOf('/');
      return { label: path.slice(folder + 1), description: path.slice(0, Math.max(0, folder)), uri };
    })
    .sort((a, b) => a.description.localeCompare(b.description) || a.label.localeCompare(b.label));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.uri;
}
