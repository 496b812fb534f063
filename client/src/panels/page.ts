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

/** The pages by the name of their bundle; those that show images need a worker and compiled decoders. */
export type PageName = 'preview' | 'image' | 'diff';

/** The HTML of a page: a bundle of `dist/webview` and its styles, and nothing that a guideline could put in. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name: PageName): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const source = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', file)).toString();
  const policy = pagePolicy(webview.cspSource, nonce, name !== 'diff');
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

/** What a page may load and run. `own` is where the files of page and workspace come from. */
export function pagePolicy(own: string, nonce: string, withDecoders: boolean): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'${withDecoders ? ` 'wasm-unsafe-eval'` : ''}`,
    ...(withDecoders ? ['worker-src blob:'] : []),
    `style-src ${own}`,
    `img-src ${own} blob: data:`,
    `font-src ${own}`,
    `connect-src ${own} blob:`,
  ].join('; ');
}
