import * as vscode from 'vscode';
import { revisionScheme } from '../language/documents';
import type { ComparedVersion, Comparison } from './comparison';
import { fileName } from '../fileName';
import { gitVersion, isBeforeFirst } from './gitUri';

/** The two versions that the text diff in front shows, whoever opened it: Source Control, the timeline, the explorer. */
export function shownDiff(): Comparison {
  const comparison = comparisonIn(vscode.window.tabGroups.activeTabGroup.activeTab);
  if (!comparison) {
    throw new Error(vscode.l10n.t('Open the differences of a guideline first, from Source Control or the timeline.'));
  }
  return comparison;
}

/** The two versions that a tab shows; nothing when it is no text diff of files. Throws where there is no older one. */
export function comparisonIn(tab: vscode.Tab | undefined): Comparison | undefined {
  const input = tab?.input;
  const [from, to] = input instanceof vscode.TabInputTextDiff ? [input.original, input.modified].map(versionOf) : [];
  if (from && to && isBeforeFirst(from.revision)) {
    const sentence = 'This is the first version of {0} in git: there is none before it to compare it with.';
    throw new Error(vscode.l10n.t(sentence, fileName(to.uri)));
  }
  return from && to && { from, to };
}

/** The version of a guideline that a document holds. */
export function versionOf(document: vscode.Uri): ComparedVersion | undefined {
  if (document.scheme === 'git') {
    const version = gitVersion(document.query);
    if (!version) return undefined;
    const { path, revision } = version;
    return { uri: vscode.Uri.file(path).toString(), ...(revision !== undefined && { revision }) };
  }
  if (document.scheme === revisionScheme) return JSON.parse(document.query) as ComparedVersion;
  return { uri: document.toString() };
}
