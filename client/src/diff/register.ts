import * as vscode from 'vscode';
import { guidelineFor } from '../guideline/choose';
import { revisionScheme } from '../language/documents';
import { pageOptions } from '../panels/page';
import type { Services } from '../services';
import { messageOf } from '../services';
import type { DiffPanel } from './panel';
import { openDiff } from './panel';
import { pickRevision } from './pickRevision';
import type { PageState } from './protocol';
import { createRevisionContent } from './revisionContent';

const viewType = 'labelwright.diff';

/** The command that compares a guideline with an earlier version of it, one panel for each guideline. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const panels = new Map<string, DiffPanel>();

  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri, from: string, to: string | undefined) => {
    const key = uri.toString();
    panels.set(key, openDiff({ panel, uri, services, chooseOther: () => void compare(uri) }, from, to));
    panel.onDidDispose(() => panels.delete(key));
  };

  async function compare(called?: unknown, revision?: unknown): Promise<void> {
    try {
      const uri = await guidelineFor(called);
      if (!uri) return;
      const from = typeof revision === 'string' ? revision : await pickRevision(services.server, uri);
      if (!from) return;
      const open = panels.get(uri.toString());
      if (open) return open.compare(from);
      const options = pageOptions(services.extensionUri);
      const title = vscode.l10n.t('Compare');
      adopt(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, options), uri, from, undefined);
    } catch (error) {
      void vscode.window.showErrorMessage(messageOf(error));
    }
  }

  context.subscriptions.push(
    vscode.commands.registerCommand('labelwright.compareWithRevision', compare),
    vscode.workspace.registerTextDocumentContentProvider(revisionScheme, createRevisionContent(services.server)),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined) {
        if (!state?.uri || !state.from) return panel.dispose();
        panel.webview.options = pageOptions(services.extensionUri);
        adopt(panel, vscode.Uri.parse(state.uri), state.from, state.to);
      },
    }),
  );
}
