import * as vscode from 'vscode';

/**
 * The file at a path from another one; nothing where it lies in no folder that is open, where a link is on the way to it, or
 * where it is not there.
 */
export async function fileBeside(file: vscode.Uri, path: string): Promise<vscode.Uri | undefined> {
  if (/^\/|\\|:/.test(path)) return undefined;
  const target = vscode.Uri.joinPath(file, '..', path);
  const folder = vscode.workspace.getWorkspaceFolder(target)?.uri;
  if (!folder) return undefined;
  try {
    for (let at = target; at.path.length > folder.path.length; at = vscode.Uri.joinPath(at, '..')) {
      const { type } = await vscode.workspace.fs.stat(at);
      if (type & vscode.FileType.SymbolicLink) return undefined;
    }
    return target;
  } catch {
    return undefined;
  }
}
