import * as vscode from 'vscode';
import { fileName } from '../fileName';
import { createGivenFiles } from '../panels/givenFiles';
import { pageHtml } from '../panels/page';
import type { Services } from '../services';
import type { HostMessage, PageMessage } from './protocol';

const viewType = 'labelwright.image';

/** Images that the editor itself does not show (DICOM, NIfTI, NRRD), to be looked at only. */
export function register(context: vscode.ExtensionContext, { extensionUri }: Services): void {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: ({ uri }, panel) => showImage(panel, uri, extensionUri),
  };
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(viewType, provider, { supportsMultipleEditorsPerDocument: true }),
  );
}

function showImage(panel: vscode.WebviewPanel, uri: vscode.Uri, extensionUri: vscode.Uri): void {
  const { webview } = panel;
  const folder = vscode.Uri.joinPath(uri, '..');
  // The page may read the folder of this file, and its own bundle: nothing else of the workspace.
  webview.options = {
    enableScripts: true,
    localResourceRoots: [folder, vscode.Uri.joinPath(extensionUri, 'dist', 'webview')],
  };
  const given = createGivenFiles(webview, extensionUri);
  let version = 0;

  const post = (message: HostMessage) => void webview.postMessage(message);
  const show = () => {
    const address = webview
      .asWebviewUri(uri)
      .with({ query: `v=${version}` })
      .toString();
    given.add(address, uri);
    post({ type: 'image', uri: uri.toString(), file: { name: fileName(uri.toString()), address } });
  };

  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, fileName(uri.toString()).replace(/[[\]{}*?]/g, '[$&]')),
  );
  const changed = () => {
    version++;
    show();
  };
  const subscriptions = [
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    webview.onDidReceiveMessage(async (message: PageMessage) => {
      if (message.type === 'ready') return show();
      const { address, beside } = message;
      post({ type: 'file', address, beside, bytes: await given.read(address, beside) });
    }),
  ];
  panel.onDidDispose(() => subscriptions.forEach((each) => each.dispose()));
  webview.html = pageHtml(webview, extensionUri, 'image');
}
