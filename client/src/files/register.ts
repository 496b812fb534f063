import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileParams, ListResult, ReadFileResult, StatResult } from '../../../server/src/requests';
import { methods } from '../../../server/src/requests';
import { toBase64 } from './base64';

/** Answers a server for files that are not on its disk, and lie inside the workspace's folders. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(methods.readFile, async ({ uri }: FileParams): Promise<ReadFileResult> => {
    const bytes = await inWorkspace(uri, (file) => vscode.workspace.fs.readFile(file));
    return { base64: bytes ? toBase64(bytes) : null };
  });
  client.onRequest(methods.stat, async ({ uri }: FileParams): Promise<StatResult | null> => {
    const stat = await inWorkspace(uri, (file) => vscode.workspace.fs.stat(file));
    const type = stat && typeName(stat.type);
    return stat && type ? { type, size: stat.size, changed: stat.mtime } : null;
  });
  client.onRequest(methods.list, async ({ uri }: FileParams): Promise<ListResult[]> => {
    const entries = (await inWorkspace(uri, (folder) => vscode.workspace.fs.readDirectory(folder))) ?? [];
    return entries.flatMap(([name, type]) => {
      const known = typeName(type);
      return known ? [{ name, type: known }] : [];
    });
  });
}

/** Nothing when the file lies outside the workspace, or cannot be read. */
async function inWorkspace<T>(uri: string, use: (file: vscode.Uri) => Thenable<T>): Promise<T | undefined> {
  const file = vscode.Uri.parse(uri);
  if (!vscode.workspace.getWorkspaceFolder(file) || file.path.split('/').includes('..')) return undefined;
  try {
    return await use(file);
  } catch {
    return undefined;
  }
}

/** Links count as what they lead to; what is neither file nor folder is not there. */
function typeName(type: vscode.FileType): 'file' | 'folder' | undefined {
  if (type & vscode.FileType.File) return 'file';
  return type & vscode.FileType.Directory ? 'folder' : undefined;
}
