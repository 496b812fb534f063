import * as vscode from 'vscode';
import type { PageName } from './document';
import { pageDocument, pagePolicy } from './document';

/** What a page may read: the workspace's folders, and its own bundle. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions & vscode.WebviewPanelOptions {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  return {
    enableScripts: true,
    localResourceRoots: [
      ...folders,
      vscode.Uri.joinPath(extensionUri, 'dist', 'webview'),
      vscode.Uri.joinPath(extensionUri, 'media'),
    ],
  };
}

/** The HTML of a page: a bundle of `dist/webview` and its styles, and nothing that a guideline could put in. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name: PageName): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const source = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', file)).toString();
  const policy = pagePolicy(webview.cspSource, nonce);
  return pageDocument(name, policy, nonce, source);
}
