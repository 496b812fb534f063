import * as vscode from 'vscode';
import type { ApprovedVersion, RevisionInfo } from '../../../server/src/requests';
import { fileName } from '../fileName';
import type { Server } from '../services';
import { messageOf } from '../services';
import type { Comparison } from './comparison';
import { since } from './comparison';
import { pickMergeBase, pickRef } from './pickRef';
import { relativeDate } from './relativeDate';
import { versionIn } from './versionIn';

const limit = 200;

/** For so many of the newest revisions the guideline's own version is read; the others are seldom wanted. */
const versionsRead = 20;

interface RevisionItem extends vscode.QuickPickItem {
  /** The commit; nothing where the item asks for more. */
  readonly revision?: string;
  readonly choose?: () => Promise<Comparison | undefined>;
}

/**
 * Lets the user choose an earlier version of a file: the last approved one, one from its history, a branch, a tag, where
 * it parted from a branch, or any name that git knows. Says so when there is none.
 */
export async function pickRevision(server: Server, uri: vscode.Uri): Promise<Comparison | undefined> {
  const picker = vscode.window.createQuickPick<RevisionItem>();
  picker.title = vscode.l10n.t('Compare with Revision');
  picker.placeholder = vscode.l10n.t('An earlier version of {0}', fileName(uri.toString()));
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  let open = true;
  const chosen = new Promise<RevisionItem | undefined>((done) => {
    picker.onDidAccept(() => done(picker.selectedItems[0]));
    picker.onDidHide(() => {
      open = false;
      done(undefined);
    });
  });
  picker.show();
  try {
    const revisions = await server.request('revisions', { uri: uri.toString(), limit });
    if (!revisions.length) {
      picker.hide();
      return await explainNone(server, uri);
    }
    const approved = await server.request('approved', { uri: uri.toString() });
    const show = (known: ReadonlyMap<string, string>) => {
      picker.items = [...otherItems(server, uri, approved), ...toItems(revisions, known)];
    };
    show(new Map());
    picker.activeItems = picker.items.filter((item) => item.revision !== undefined).slice(0, 1);
    void readVersions(server, uri, revisions.slice(0, versionsRead), () => open).then((known) => {
      if (!open) return;
      const active = picker.activeItems[0]?.revision;
      picker.keepScrollPosition = true;
      show(known);
      picker.activeItems = picker.items.filter((item) => item.revision === active);
      picker.busy = false;
    });
    const item = await chosen;
    open = false;
    picker.hide();
    return item?.revision === undefined ? await item?.choose?.() : since(uri.toString(), item.revision);
  } finally {
    picker.dispose();
  }
}

/** The versions that the guideline had, by revision; as far as they could be read while `wanted`. */
async function readVersions(
  server: Server,
  uri: vscode.Uri,
  revisions: readonly RevisionInfo[],
  wanted: () => boolean,
): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>();
  for (const { id } of revisions) {
    if (!wanted()) break;
    // A revision that cannot be read is listed without its version.
    const text = await server.request('readRevision', { uri: uri.toString(), revision: id }).catch(() => null);
    const version = text === null ? undefined : versionIn(text.slice(0, 2048));
    if (version) versions.set(id, version);
  }
  return versions;
}

async function explainNone(server: Server, uri: vscode.Uri): Promise<Comparison | undefined> {
  const file = fileName(uri.toString());
  const head = 'HEAD';
  const failure = await server.request('readRevision', { uri: uri.toString(), revision: head }).then(
    () => undefined,
    (error: unknown) => messageOf(error),
  );
  if (failure !== undefined && !failure.includes(`“${head}”`)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no earlier version in git: {1}', file, failure));
    return undefined;
  }
  const enter = vscode.l10n.t('Enter a Revision…');
  const sentence = vscode.l10n.t(
    '{0} has no earlier version in git: it has not been committed yet. After a commit, what is edited can be compared with it.',
    file,
  );
  return (await vscode.window.showInformationMessage(sentence, enter)) === enter ? askRevision(uri) : undefined;
}

async function askRevision(uri: vscode.Uri): Promise<Comparison | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Compare with Revision'),
    prompt: vscode.l10n.t('A commit, a branch, a tag, or such as HEAD~2'),
    validateInput: (text) => (text.trim() ? undefined : vscode.l10n.t('Write the name of a revision.')),
  });
  return name === undefined ? undefined : since(uri.toString(), name.trim());
}

/** What can be compared with beside the commits of the file. */
function otherItems(server: Server, uri: vscode.Uri, approved: ApprovedVersion | null): RevisionItem[] {
  const item = (label: string, choose: () => Promise<Comparison | undefined>) => ({ label, choose, alwaysShow: true });
  const last = approved && {
    label: vscode.l10n.t('$(verified) Last approved version'),
    description: `${approved.version} · ${approved.revision.slice(0, 8)}`,
    choose: async () => since(uri.toString(), approved.revision),
  };
  return [
    ...(last ? [last] : []),
    item(vscode.l10n.t('$(git-branch) A branch…'), () => pickRef(server, uri, 'branch')),
    item(vscode.l10n.t('$(tag) A tag…'), () => pickRef(server, uri, 'tag')),
    item(vscode.l10n.t('$(git-merge) Where this branch parted from…'), () => pickMergeBase(server, uri)),
    item(vscode.l10n.t('$(edit) Enter a revision…'), () => askRevision(uri)),
    { label: vscode.l10n.t('Versions in git'), kind: vscode.QuickPickItemKind.Separator },
  ];
}

function toItems(revisions: readonly RevisionInfo[], versions: ReadonlyMap<string, string>): RevisionItem[] {
  const now = Date.now();
  return revisions.map(({ id, refs, author, date, subject }) => ({
    label: `$(git-commit) ${subject}`,
    description: [versions.get(id), id.slice(0, 8), ...refs].filter(Boolean).join(' · '),
    detail: [author, relativeDate(Date.parse(date), now, vscode.env.language)].filter(Boolean).join(', '),
    revision: id,
  }));
}
