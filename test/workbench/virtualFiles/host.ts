import { readdir, readFile, stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/** Files of a scheme of its own, to be read only, as a virtual workspace has them: those of the disk, by the same paths. */
const provider: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => undefined),
  async stat({ path }) {
    const found = await stat(path).catch(notFound);
    return { type: typeOf(found), ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size };
  },
  async readDirectory({ path }) {
    const entries = await readdir(path, { withFileTypes: true }).catch(notFound);
    return entries.map((entry): [string, vscode.FileType] => [entry.name, typeOf(entry)]);
  },
  readFile: ({ path }) => readFile(path).catch(notFound),
  writeFile: readOnly,
  createDirectory: readOnly,
  delete: readOnly,
  rename: readOnly,
};

function typeOf(entry: { isDirectory(): boolean }): vscode.FileType {
  return entry.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File;
}

function notFound(): never {
  throw vscode.FileSystemError.FileNotFound();
}

function readOnly(): never {
  throw vscode.FileSystemError.NoPermissions();
}

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('labelwright-test', provider, { isReadonly: true }),
  );
}
