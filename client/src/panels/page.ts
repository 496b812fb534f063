import * as vscode from 'vscode';

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
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name: 'preview' | 'diff'): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const source = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', file)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} blob: data:`,
    `font-src ${webview.cspSource}`,
    `connect-src ${webview.cspSource} blob:`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${source(`${name}.css`)}">
  <title>Labelwright</title>
</head>
<body>
  <script nonce="${nonce}" src="${source(`${name}.js`)}"></script>
</body>
</html>`;
}
