import * as vscode from 'vscode';
import type { PreviewResult, PreviewSample } from '../../../server/src/requests';
import { fileName } from '../fileName';
import { sameUri } from '../language/documents';
import { pageHtml } from '../panels/page';
import { createRefresher } from '../panels/refresher';
import { reveal } from '../panels/reveal';
import type { Services } from '../services';
import { messageOf } from '../services';
import { cursorTarget } from './cursor';
import { createGivenFiles } from '../panels/givenFiles';
import { createFileVersions } from './fileVersions';
import type { HostMessage, PageMessage } from './protocol';
import { sampleProblems } from './sampleProblems';
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
  let failure: string | undefined;
  /** Before it the page hears nothing. */
  let ready = false;
  let closed = false;
  /** The files behind the addresses that the page was given: it is answered for these only. */
  const given = createGivenFiles(panel.webview, services.extensionUri);

  const post = (message: HostMessage) => {
    if (ready && !closed) void panel.webview.postMessage(message);
  };

  const refresh = createRefresher(async () => {
    if (closed) return;
    try {
      const answer = await services.server.request('preview', { uri: uri.toString() });
      if (!answer) throw new Error(vscode.l10n.t('It is neither a label taxonomy nor an annotation protocol.'));
      [result, failure] = [answer, undefined];
    } catch (error) {
      failure = messageOf(error);
    }
    postGuideline();
  });

  /** Tells the page what is known. */
  function postGuideline(): void {
    if (failure !== undefined) return post({ type: 'failed', uri: uri.toString(), message: failure });
    if (!result) return;
    const { title, labels } = result;
    files.watch(result.samples.flatMap((sample) => sample.files));
    const samples = result.samples.map((sample) => toPageSample(withDiagnostics(sample), address));
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
    const found = panel.webview.asWebviewUri(vscode.Uri.parse(file)).with({ query }).toString();
    given.add(found, vscode.Uri.parse(file));
    return found;
  }

  /** A sample with what the checks say of it in the text. */
  function withDiagnostics(sample: PreviewSample): PreviewSample {
    const told = sampleProblems(vscode.languages.getDiagnostics(vscode.Uri.parse(sample.uri)), sample.entryRange);
    return { ...sample, problems: [...sample.problems, ...told] };
  }

  function followCursor(editor = vscode.window.activeTextEditor): void {
    const { document, selection } = editor ?? {};
    if (!result || !document || !selection) return;
    const target = cursorTarget(result, document.uri.toString(), selection.active);
    if (target) post({ type: 'cursor', ...target });
  }

  async function receive(message: PageMessage): Promise<void> {
    if (message.type === 'ready') {
      // Also a page that was hidden and starts anew.
      ready = true;
      return postGuideline();
    }
    if (message.type === 'read') {
      const { address, beside } = message;
      return post({ type: 'file', address, beside, bytes: await given.read(address, beside) });
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
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = new Set(result?.samples.map((sample) => vscode.Uri.parse(sample.uri).toString()));
      if (uris.some((each) => shown.has(each.toString()))) postGuideline();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => followCursor(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(followCursor),
  ];
  panel.onDidDispose(() => {
    closed = true;
    subscriptions.forEach((each) => each.dispose());
  });
  panel.webview.html = pageHtml(panel.webview, services.extensionUri, 'preview');
  // The answer is there when the page asks for it, or soon after.
  refresh();

  return { show: () => panel.reveal(undefined, true) };
}
