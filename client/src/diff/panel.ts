import * as vscode from 'vscode';
import type { DiffPlace, DiffResult } from '../../../server/src/requests';
import { fileName } from '../fileName';
import { sameUri } from '../language/documents';
import { pageHtml } from '../panels/page';
import { createRefresher } from '../panels/refresher';
import { reveal } from '../panels/reveal';
import type { Services } from '../services';
import { messageOf } from '../services';
import type { HostMessage, PageMessage, Side } from './protocol';
import { revisionUri } from './revisionContent';
import { shortRevision } from './shortRevision';

export interface DiffPanel {
  /** Compares with another revision, in the same panel, and brings it to the front. */
  compare(from: string): void;
}

export interface DiffPanelParts {
  readonly panel: vscode.WebviewPanel;
  readonly uri: vscode.Uri;
  readonly services: Services;
  /** Lets the user choose another revision to compare with. */
  readonly chooseOther: () => void;
}

/** Fills a panel with what differs between two versions; without `to`, the newer one is the text as it is edited. */
export function openDiff({ panel, uri, services, chooseOther }: DiffPanelParts, from: string, to?: string): DiffPanel {
  const file = fileName(uri.toString());
  panel.title = vscode.l10n.t('Compare: {0}', file);
  panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.png');

  let closed = false;
  let result: DiffResult | undefined;

  const post = (message: HostMessage) => {
    if (!closed) void panel.webview.postMessage(message);
  };

  const refresh = createRefresher(async () => {
    if (closed) return;
    const asked = from;
    try {
      const answer = await services.server.request('diff', { uri: uri.toString(), from: asked, to });
      if (asked !== from) return;
      result = answer;
      post({ type: 'diff', uri: uri.toString(), file, from, to, result });
    } catch (error) {
      if (asked === from) post({ type: 'failed', uri: uri.toString(), from, to, message: messageOf(error) });
    }
  });

  /** A file of a change as a document: the older one read-only, the newer one too when it is not the text as it stands. */
  function documentOf(place: DiffPlace, side: Side): vscode.Uri {
    return atSide(vscode.Uri.parse(place.uri), side);
  }

  function atSide(file: vscode.Uri, side: Side): vscode.Uri {
    const revision = side === 'from' ? from : to;
    if (revision === undefined) return file;
    const version = side === 'from' ? result?.fromVersion : result?.toVersion;
    return revisionUri(file, revision, sameUri(file.toString(), uri.toString()) ? version : undefined);
  }

  async function receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return refresh();
      case 'otherRevision':
        return chooseOther();
      case 'textDiff': {
        const newer = to === undefined ? vscode.l10n.t('now') : shortRevision(to);
        const title = `${file} (${shortRevision(from)} ↔ ${newer})`;
        await vscode.commands.executeCommand('vscode.diff', atSide(uri, 'from'), atSide(uri, 'to'), title);
        return;
      }
      case 'open': {
        const change = result?.changes.find(({ fingerprint }) => fingerprint === message.fingerprint);
        const place = change?.[message.side];
        if (place) await reveal(documentOf(place, message.side), place.range, panel);
      }
    }
  }

  const subscriptions = [
    panel.webview.onDidReceiveMessage((message: PageMessage) => {
      receive(message).catch((error) => vscode.window.showErrorMessage(messageOf(error)));
    }),
    services.server.onGuidelineChanged(refresh),
    services.server.onDidChangeState((state) => state === 'running' && refresh()),
  ];
  panel.onDidDispose(() => {
    closed = true;
    subscriptions.forEach((each) => each.dispose());
  });
  panel.webview.html = pageHtml(panel.webview, services.extensionUri, 'diff');

  return {
    compare(revision) {
      from = revision;
      to = undefined;
      panel.reveal();
      refresh();
    },
  };
}
