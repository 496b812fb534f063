import * as vscode from 'vscode';

/** An extension for the benchmark alone: it opens a page in which niivue waits for a volume. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('labelwright-bench.niivue', () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (!folder) return;
      const panel = vscode.window.createWebviewPanel('labelwright-bench.niivue', 'niivue', vscode.ViewColumn.Active, {
        enableScripts: true,
        localResourceRoots: [folder.uri, context.extensionUri],
      });
      const { webview } = panel;
      const address = (...path: [vscode.Uri, ...string[]]) =>
        webview.asWebviewUri(vscode.Uri.joinPath(...path)).toString();
      const own = webview.cspSource;
      const sources = `${own} data: blob: 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'`;
      const [volume, mask] = ['ct.nii', 'mask.nii'].map((name) => address(folder.uri, 'data', name));
      const data = JSON.stringify({ volume, mask });
      webview.html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src ${sources}">
  <title>niivue</title>
  <style>html, body, canvas { margin: 0; width: 100%; height: 100%; }</style>
</head>
<body data-volumes='${data.replaceAll("'", '&#39;')}'>
  <script src="${address(context.extensionUri, 'page.js')}"></script>
</body>
</html>`;
    }),
  );
}
