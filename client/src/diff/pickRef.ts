import * as vscode from 'vscode';
import type { RefInfo } from '../../../server/src/requests';
import type { Server } from '../services';
import type { Comparison } from './comparison';
import { since } from './comparison';
import { relativeDate } from './relativeDate';

/** Lets the user choose a branch or a tag to compare a file with. Says so when there is none. */
export async function pickRef(server: Server, uri: vscode.Uri, kind: RefInfo['kind']): Promise<Comparison | undefined> {
  const branch = kind === 'branch';
  const title = branch ? vscode.l10n.t('Compare with Branch') : vscode.l10n.t('Compare with Tag');
  const none = branch ? vscode.l10n.t('There is no branch here.') : vscode.l10n.t('There is no tag here.');
  const ref = await choose(server, uri, title, none, (each) => each.kind === kind);
  return ref && since(uri.toString(), ref.name);
}

/** Lets the user choose a branch or tag; compares with the commit at which what is checked out parted from it. */
export async function pickMergeBase(server: Server, uri: vscode.Uri): Promise<Comparison | undefined> {
  const title = vscode.l10n.t('Compare with Where This Branch Parted from');
  const none = vscode.l10n.t('There is no other branch and no tag here.');
  const ref = await choose(server, uri, title, none, ({ isCurrent }) => !isCurrent);
  if (!ref) return undefined;
  return since(uri.toString(), `${ref.name}...HEAD`, vscode.l10n.t('where it parted from {0}', ref.name));
}

async function choose(
  server: Server,
  uri: vscode.Uri,
  title: string,
  none: string,
  fits: (ref: RefInfo) => boolean,
): Promise<RefInfo | undefined> {
  const refs = (await server.request('refs', { uri: uri.toString() })).filter(fits);
  if (!refs.length) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const now = Date.now();
  const items = refs.map((ref) => ({
    label: `$(${ref.kind === 'branch' ? 'git-branch' : 'tag'}) ${ref.name}`,
    description: [
      ref.isCurrent ? vscode.l10n.t('checked out') : '',
      relativeDate(Date.parse(ref.date), now, vscode.env.language),
    ]
      .filter(Boolean)
      .join(' · '),
    detail: ref.subject,
    ref,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  return chosen?.ref;
}
