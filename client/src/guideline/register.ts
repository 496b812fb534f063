import * as vscode from 'vscode';
import type { NewFile } from '../../../server/src/requests';
import type { Services } from '../services';
import { messageOf } from '../services';

/** The command that writes a new taxonomy and protocol from a template, and opens both. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const command = () =>
    newGuideline(services).catch((error) => vscode.window.showErrorMessage(messageOf(error)).then(() => undefined));
  context.subscriptions.push(vscode.commands.registerCommand('labelwright.newGuideline', command));
}

/** Asks until there is a title whose files do not exist yet, or the user gives up. Overwrites nothing. */
async function newGuideline({ server }: Services): Promise<void> {
  let title: string | undefined;
  let folder: vscode.Uri | undefined;
  for (;;) {
    title = await askTitle(title);
    if (!title) return;
    folder ??= await askFolder();
    if (!folder) return;
    const target = folder;
    const files = await server.request('newGuideline', { title });
    const existing = await existingNames(target, files);
    if (!existing.length) return write(target, files);
    const again = vscode.l10n.t('Change the Title');
    const sentence = vscode.l10n.t(
      '{0} exists in {1} already. Nothing was written: the names of the files come from the title.',
      existing.join(', '),
      target.path,
    );
    if ((await vscode.window.showWarningMessage(sentence, again)) !== again) return;
  }
}

function askTitle(value: string | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Guideline (1/2): Title'),
    prompt: vscode.l10n.t('What is annotated, in your words. It names the files too.'),
    placeHolder: vscode.l10n.t('Chest radiograph findings'),
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (/\p{L}/u.test(text) ? undefined : vscode.l10n.t('Write a title of at least one word.')),
  });
}

async function askFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const items = folders.map(({ name, uri }) => ({ label: `$(folder) ${name}`, description: uri.fsPath, uri }));
  const other = { label: vscode.l10n.t('Another folder…'), description: '', uri: undefined };
  const chosen = items.length
    ? await vscode.window.showQuickPick([...items, other], {
        title: vscode.l10n.t('New Guideline (2/2): Folder'),
        placeHolder: vscode.l10n.t('Where the two files are written'),
        ignoreFocusOut: true,
      })
    : other;
  if (!chosen || chosen.uri) return chosen?.uri;
  const [picked] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      defaultUri: folders[0]?.uri,
      openLabel: vscode.l10n.t('Write Here'),
    })) ?? [];
  return picked;
}

async function existingNames(folder: vscode.Uri, files: readonly NewFile[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(({ name }) =>
      vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name)).then(
        () => name,
        () => undefined,
      ),
    ),
  );
  return found.filter((name) => name !== undefined);
}

/** Writes the files and opens them side by side; the cursor is in the first, the taxonomy, where the work begins. */
async function write(folder: vscode.Uri, files: readonly NewFile[]): Promise<void> {
  const encoder = new TextEncoder();
  for (const { name, text } of files) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), encoder.encode(text));
  }
  for (const [index, { name }] of files.entries()) {
    const place = index
      ? { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
      : { viewColumn: vscode.ViewColumn.One };
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
    await vscode.window.showTextDocument(document, { ...place, preview: false });
  }
}
