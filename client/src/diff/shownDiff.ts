import * as vscode from 'vscode';
import { revisionScheme } from '../language/documents';
import type { ComparedVersion, Comparison } from './comparison';
import { gitVersion } from './gitUri';

/** The two versions that the text diff in front shows, whoever opened it: Source Control, the timeline, the explorer. */
export function shownDiff(): Comparison {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const versions = input instanceof vscode.TabInputTextDiff ? [input.original, input.modified].map(versionOf) : [];
  const [from, to] = versions;
  if (!from || !to) {
    throw new Error(vscode.l10n.t('Open the differences of a guideline first, from Source Control or the timeline.'));
  }
  return { from, to };
}

/** The version of a guideline that a document holds. */
function versionOf(document: vscode.Uri): ComparedVersion | undefined {
  if (document.scheme === 'git') {
    const version = gitVersion(document.query);
    if (!version) return undefined;
    const { path, revision } = version;
    return { uri: vscode.Uri.file(path).toString(), ...(revision !== undefined && { revision }) };
  }
  if (document.scheme === revisionScheme) return JSON.parse(document.query) as ComparedVersion;
  return { uri: document.toString() };
}
