import * as vscode from 'vscode';
import type { RevisionInfo } from '../../../server/src/requests';
import { fileName } from '../fileName';
import type { Server } from '../services';
import { relativeDate } from './relativeDate';

const limit = 200;

interface RevisionItem extends vscode.QuickPickItem {
  /** Nothing for the item that asks for a name. */
  readonly revision?: string;
}

/** Lets the user choose an earlier version of a file: from its history, or by a name that git knows. */
export async function pickRevision(server: Server, uri: vscode.Uri): Promise<string | undefined> {
  const revisions = server.request('revisions', { uri: uri.toString(), limit });
  const chosen = await vscode.window.showQuickPick<RevisionItem>(revisions.then(toItems), {
    title: vscode.l10n.t('Compare with Revision'),
    placeHolder: vscode.l10n.t('An earlier version of {0}', fileName(uri.toString())),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen && !chosen.revision ? askRevision() : chosen?.revision;
}

async function askRevision(): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Compare with Revision'),
    prompt: vscode.l10n.t('A commit, a branch, a tag, or such as HEAD~2'),
    validateInput: (text) => (text.trim() ? undefined : vscode.l10n.t('Write the name of a revision.')),
  });
  return name?.trim();
}

function toItems(revisions: readonly RevisionInfo[]): RevisionItem[] {
  const now = Date.now();
  const items = revisions.map(({ id, refs, author, date, subject }) => ({
    label: `$(git-commit) ${subject}`,
    description: [id.slice(0, 8), ...refs].join(' · '),
    detail: [author, relativeDate(Date.parse(date), now, vscode.env.language)].filter(Boolean).join(', '),
    revision: id,
  }));
  const enter = { label: vscode.l10n.t('$(edit) Enter a revision…'), alwaysShow: true };
  return [...items, { label: '', kind: vscode.QuickPickItemKind.Separator }, enter];
}
