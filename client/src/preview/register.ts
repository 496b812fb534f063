import * as vscode from 'vscode';
import { guidelineFor } from '../guideline/choose';
import { pageOptions } from '../panels/page';
import type { Services } from '../services';
import type { PreviewPanel } from './panel';
import { openPreview } from './panel';
import type { PageState } from './protocol';

const viewType = 'labelwright.preview';

/** The command that opens the samples of a guideline beside its text, one panel for each guideline. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const panels = new Map<string, PreviewPanel>();

  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri) => {
    const key = uri.toString();
    panels.set(key, openPreview(panel, uri, services));
    panel.onDidDispose(() => panels.delete(key));
  };

  const preview = async (called?: unknown) => {
    const uri = await guidelineFor(called);
    if (!uri) return;
    const open = panels.get(uri.toString());
    if (open) return open.show();
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(
      viewType,
      vscode.l10n.t('Samples'),
      place,
      pageOptions(services.extensionUri),
    );
    adopt(panel, uri);
  };

  context.subscriptions.push(
    vscode.commands.registerCommand('labelwright.previewSamples', preview),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined) {
        if (!state?.uri) return panel.dispose();
        panel.webview.options = pageOptions(services.extensionUri);
        adopt(panel, vscode.Uri.parse(state.uri));
      },
    }),
  );
}
