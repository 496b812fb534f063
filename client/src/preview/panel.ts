import * as vscode from 'vscode';
import type { PreviewResult } from '../../../server/src/requests';
import { fileName } from '../fileName';
import { sameUri } from '../language/documents';
import { pageHtml } from '../panels/page';
import { createRefresher } from '../panels/refresher';
import { reveal } from '../panels/reveal';
import type { Services } from '../services';
import { messageOf } from '../services';
import { cursorTarget } from './cursor';
import { createFileVersions } from './fileVersions';
import type { HostMessage, PageMessage } from './protocol';
import { sampleKey, toPageSample } from './samples';

export interface PreviewPanel {
  /** Brings the panel to the front. */
  show(): void;
}

/** Fills a panel with the samples of a guideline, and keeps it in step with the guideline, its files and the cursor. */
export function openPreview(panel: vscode.WebviewPanel, uri: vscode.Uri, services: Services): PreviewPanel {
  const name = fileName(uri.toString());
  panel.title = vscode.l10n.t('Samples: {0}', name);
  panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.png');

  let result: PreviewResult | undefined;
  let closed = false;

  const post = (message: HostMessage) => {
    if (!closed) void panel.webview.postMessage(message);
  };

  const refresh = createRefresher(async () => {
    if (closed) return;
    try {
      const answer = await services.server.request('preview', { uri: uri.toString() });
      if (!answer) throw new Error(vscode.l10n.t('It is neither a label taxonomy nor an annotation protocol.'));
      result = answer;
      postGuideline();
    } catch (error) {
      post({ type: 'failed', uri: uri.toString(), message: messageOf(error) });
    }
  });

  function postGuideline(): void {
    if (!result) return;
    const { title, labels } = result;
    files.watch(result.samples.flatMap(({ image, annotations }) => [image ?? [], annotations ?? []].flat()));
    const samples = result.samples.map((sample) => toPageSample(sample, address));
    post({ type: 'guideline', uri: uri.toString(), kind: kindOf(result), title, labels, samples });
    followCursor();
  }

  /** By the name, or by where the labels stand: those of a protocol are in the taxonomies that it uses. */
  function kindOf({ labels }: PreviewResult): 'taxonomy' | 'protocol' {
    const own = labels.some((label) => sameUri(label.uri, uri.toString()));
    return own || /\.taxonomy\.ya?ml$/.test(uri.path) ? 'taxonomy' : 'protocol';
  }

  /** Where the page fetches a file; another address after the file has changed. */
  function address(file: string): string {
    const query = `v=${files.version(file)}`;
    // The query is put on last: in a remote window it would be lost on the way.
    return panel.webview.asWebviewUri(vscode.Uri.parse(file)).with({ query }).toString();
  }

  function followCursor(editor = vscode.window.activeTextEditor): void {
    const { document, selection } = editor ?? {};
    if (!result || !document || !selection) return;
    const target = cursorTarget(result, document.uri.toString(), selection.active);
    if (target) post({ type: 'cursor', ...target });
  }

  async function receive(message: PageMessage): Promise<void> {
    if (message.type === 'ready') {
      // A page that was hidden starts anew: it gets what is known at once.
      postGuideline();
      refresh();
      return;
    }
    const target =
      message.what === 'label'
        ? result?.labels.find((label) => label.id === message.key)
        : result?.samples.find((sample) => sampleKey(sample) === message.key);
    if (target) await reveal(vscode.Uri.parse(target.uri), target.range, panel);
  }

  const files = createFileVersions(postGuideline);
  const subscriptions = [
    files,
    panel.webview.onDidReceiveMessage((message: PageMessage) => {
      receive(message).catch((error) => vscode.window.showErrorMessage(messageOf(error)));
    }),
    services.server.onGuidelineChanged(refresh),
    services.server.onDidChangeState((state) => state === 'running' && refresh()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => followCursor(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(followCursor),
  ];
  panel.onDidDispose(() => {
    closed = true;
    subscriptions.forEach((each) => each.dispose());
  });
  panel.webview.html = pageHtml(panel.webview, services.extensionUri, 'preview');

  return { show: () => panel.reveal(undefined, true) };
}
