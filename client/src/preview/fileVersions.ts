import * as vscode from 'vscode';

/** Counts the changes of files that a page shows, so that it fetches again what has changed and nothing else. */
export interface FileVersions extends vscode.Disposable {
  /** The files to be watched from now on, by URI; those watched before stay watched. */
  watch(uris: readonly string[]): void;
  version(uri: string): number;
}

/** `changed` is called after each change of a watched file. */
export function createFileVersions(changed: () => void): FileVersions {
  const versions = new Map<string, number>();
  const watchers = new Map<string, vscode.Disposable>();
  const key = (uri: string) => vscode.Uri.parse(uri).toString();

  const count = (uri: vscode.Uri) => {
    const version = versions.get(uri.toString());
    if (version === undefined) return;
    versions.set(uri.toString(), version + 1);
    changed();
  };

  /** One watcher for each folder that holds samples. */
  const watchFolder = (folder: vscode.Uri) => {
    if (watchers.has(folder.toString())) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const listeners = [watcher.onDidChange(count), watcher.onDidCreate(count), watcher.onDidDelete(count)];
    watchers.set(folder.toString(), vscode.Disposable.from(watcher, ...listeners));
  };

  return {
    watch(uris) {
      for (const uri of uris.map(key)) {
        if (versions.has(uri)) continue;
        versions.set(uri, 0);
        watchFolder(vscode.Uri.joinPath(vscode.Uri.parse(uri), '..'));
      }
    },
    version: (uri) => versions.get(key(uri)) ?? 0,
    dispose: () => watchers.forEach((watcher) => watcher.dispose()),
  };
}
