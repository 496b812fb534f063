import * as vscode from 'vscode';
import type { DiffPlace, DiffResult } from '../../../server/src/requests';
import { sameUri } from '../language/documents';
import { pageHtml } from '../panels/page';
import { createRefresher } from '../panels/refresher';
import { reveal } from '../panels/reveal';
import type { Services } from '../services';
import { messageOf } from '../services';
import type { Comparison } from './comparison';
import { filesName, ofTwoFiles, sideOf, swapped, versionName } from './comparison';
import { createLooks } from './looks';
import type { HostMessage, PageMessage, Side } from './protocol';
import { revisionUri } from './revisionContent';

export interface DiffPanel {
  /** The guideline that is compared, in its newer version, while the panel is in front. */
  guidelineInFront(): vscode.Uri | undefined;
  /** Compares other versions, in the same panel, and brings it to the front. */
  compare(comparison: Comparison): void;
}

export interface DiffPanelParts {
  readonly panel: vscode.WebviewPanel;
  readonly services: Services;
  /** Lets the user choose another revision to compare with. */
  readonly chooseOther: (comparison: Comparison) => void;
}

/** Fills a panel with what differs between two versions, and keeps it in step with what is edited. */
export function openDiff({ panel, services, chooseOther }: DiffPanelParts, first: Comparison): DiffPanel {
  let comparison = first;
  let closed = false;
  let result: DiffResult | undefined;
  const lookAt = createLooks(panel.webview, services.server);

  const post = (message: HostMessage) => {
    if (!closed) void panel.webview.postMessage(message);
  };

  const refresh = createRefresher(async () => {
    if (closed) return;
    const asked = comparison;
    const { from, to } = asked;
    try {
      const answer = await services.server.request('diff', { from: sideOf(from), to: sideOf(to) });
      // Nothing: the text has changed meanwhile, and a refresh waits already.
      if (asked !== comparison || !answer) return;
      result = answer;
      post({ type: 'diff', comparison, result });
    } catch (error) {
      if (asked === comparison) post({ type: 'failed', comparison, message: messageOf(error) });
    }
  });

  function show(next: Comparison): void {
    comparison = next;
    result = undefined;
    panel.title = vscode.l10n.t('Compare: {0}', filesName(comparison));
    panel.reveal();
    refresh();
  }

  /** A file of a version as a document: read-only, unless it is the text as it stands. */
  function documentOf(uri: string, side: Side): vscode.Uri {
    const file = vscode.Uri.parse(uri);
    const { uri: own, revision } = comparison[side];
    if (revision === undefined) return file;
    const version = side === 'from' ? result?.fromVersion : result?.toVersion;
    return revisionUri(file, revision, sameUri(uri, own) ? version : undefined);
  }

  async function receive(message: PageMessage): Promise<void> {
    const changeOf = (fingerprint: string) => result?.changes.find((change) => change.fingerprint === fingerprint);
    switch (message.type) {
      case 'ready':
        return refresh();
      case 'otherRevision':
        return chooseOther(comparison);
      case 'swap':
        return show(swapped(comparison));
      case 'textDiff': {
        const { from, to } = comparison;
        const now = vscode.l10n.t('now');
        const title = ofTwoFiles(comparison)
          ? filesName(comparison)
          : `${filesName(comparison)} (${versionName(from, now)} ↔ ${versionName(to, now)})`;
        await vscode.commands.executeCommand(
          'vscode.diff',
          documentOf(from.uri, 'from'),
          documentOf(to.uri, 'to'),
          title,
        );
        return;
      }
      case 'open': {
        const place: DiffPlace | null | undefined = changeOf(message.fingerprint)?.[message.side];
        if (place) await reveal(documentOf(place.uri, message.side), place.range, panel);
        return;
      }
      case 'look': {
        const change = changeOf(message.fingerprint);
        if (!change?.look) return;
        const look = await lookAt(comparison, change.look);
        post({ type: 'look', fingerprint: message.fingerprint, look });
      }
    }
  }

  const subscriptions = [
    panel.webview.onDidReceiveMessage((message: PageMessage) => {
      receive(message).catch((error) => vscode.window.showErrorMessage(messageOf(error)));
    }),
    // A page that is out of sight is made anew when it comes back, and asks then.
    services.server.onGuidelineChanged(() => panel.visible && refresh()),
    services.server.onDidChangeState((state) => state === 'running' && panel.visible && refresh()),
  ];
  panel.onDidDispose(() => {
    closed = true;
    subscriptions.forEach((each) => each.dispose());
  });
  panel.title = vscode.l10n.t('Compare: {0}', filesName(comparison));
  panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.png');
  panel.webview.html = pageHtml(panel.webview, services.extensionUri, 'diff');

  return {
    compare: show,
    guidelineInFront: () => (panel.active ? vscode.Uri.parse(comparison.to.uri) : undefined),
  };
}
