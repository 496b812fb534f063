import * as vscode from 'vscode';
import { guidelineFor } from '../guideline/choose';
import { revisionScheme } from '../language/documents';
import { pageOptions } from '../panels/page';
import type { Services } from '../services';
import { messageOf } from '../services';
import type { Comparison } from './comparison';
import { ofTwoFiles, panelKey, since } from './comparison';
import { shownDiff, versionOf } from './shownDiff';
import type { DiffPanel } from './panel';
import { openDiff } from './panel';
import { pickMergeBase, pickRef } from './pickRef';
import { pickRevision } from './pickRevision';
import type { PageState } from './protocol';
import { createRevisionContent } from './revisionContent';
import { timelineEntry } from './timelineEntry';
import { olderFirst, pickTwo } from './twoFiles';

const viewType = 'labelwright.diff';

/** The commands that compare two versions of a guideline, or two guidelines; one panel for each. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const { server } = services;
  const panels = new Map<string, DiffPanel>();

  const adopt = (panel: vscode.WebviewPanel, comparison: Comparison) => {
    const key = panelKey(comparison);
    const chooseOther = (current: Comparison) =>
      void guarded(async () => {
        if (ofTwoFiles(current)) return pickTwo();
        return pickRevision(server, vscode.Uri.parse(current.to.uri));
      });
    panels.set(key, openDiff({ panel, services, chooseOther }, comparison));
    panel.onDidDispose(() => panels.delete(key));
  };

  function open(comparison: Comparison): void {
    const panel = panels.get(panelKey(comparison));
    if (panel) return panel.compare(comparison);
    const options = pageOptions(services.extensionUri);
    const title = vscode.l10n.t('Compare');
    adopt(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, options), comparison);
  }

  /** Opens what is chosen, if anything; what goes wrong is said. */
  async function guarded(choose: () => Promise<Comparison | undefined>): Promise<void> {
    try {
      const comparison = await choose();
      if (comparison) open(comparison);
    } catch (error) {
      void vscode.window.showErrorMessage(messageOf(error));
    }
  }

  /** The guideline of the panel in front. */
  function guidelineInFront(): vscode.Uri | undefined {
    return [...panels.values()].map((panel) => panel.guidelineInFront()).find((uri) => uri !== undefined);
  }

  /** A command for one guideline, which may be named by its URI. */
  function command(name: string, choose: (uri: vscode.Uri, rest: unknown) => Promise<Comparison | undefined>) {
    return vscode.commands.registerCommand(`labelwright.${name}`, (called?: unknown, rest?: unknown) =>
      guarded(async () => {
        const named = typeof called === 'string' ? vscode.Uri.parse(called) : called;
        const uri = await guidelineFor(named ?? guidelineInFront());
        return uri && choose(uri, rest);
      }),
    );
  }

  async function sinceApproved(uri: vscode.Uri): Promise<Comparison | undefined> {
    const approved = await server.request('approved', { uri: uri.toString() });
    if (approved) return since(uri.toString(), approved.revision);
    const other = vscode.l10n.t('Compare with Revision…');
    const sentence = vscode.l10n.t('No version of this guideline in git was approved yet.');
    const chosen = await vscode.window.showInformationMessage(sentence, other);
    return chosen === other ? pickRevision(server, uri) : undefined;
  }

  context.subscriptions.push(
    command('compareWithRevision', async (uri, revision) =>
      typeof revision === 'string' ? since(uri.toString(), revision) : pickRevision(server, uri),
    ),
    command('compareWithApproved', sinceApproved),
    command('compareWithBranch', (uri) => pickRef(server, uri, 'branch')),
    command('compareWithTag', (uri) => pickRef(server, uri, 'tag')),
    command('compareWithMergeBase', (uri) => pickMergeBase(server, uri)),
    // The explorer names the file that was clicked, and all that are selected.
    vscode.commands.registerCommand('labelwright.compareFiles', (_clicked?: unknown, selected?: unknown) =>
      guarded(async () => {
        const files = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
        return files[0] && files[1] ? olderFirst(files[0], files[1]) : pickTwo();
      }),
    ),
    vscode.commands.registerCommand('labelwright.compareInTimeline', (_entry?: unknown, file?: unknown) =>
      guarded(async () => {
        // The timeline may be that of an earlier version.
        const version = file instanceof vscode.Uri && versionOf(file);
        if (!version) return undefined;
        return (await timelineEntry()) ?? pickRevision(server, vscode.Uri.parse(version.uri));
      }),
    ),
    vscode.commands.registerCommand(
      'labelwright.compareChange',
      (resource?: Partial<vscode.SourceControlResourceState>) =>
        guarded(async () =>
          resource?.resourceUri instanceof vscode.Uri ? since(resource.resourceUri.toString(), 'HEAD') : shownDiff(),
        ),
    ),
    vscode.workspace.registerTextDocumentContentProvider(revisionScheme, createRevisionContent(server)),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined) {
        if (!state?.comparison) return panel.dispose();
        panel.webview.options = pageOptions(services.extensionUri);
        adopt(panel, state.comparison);
      },
    }),
  );
  // Menus that cannot ask for a file's language are shown where there are guidelines at all.
  void vscode.commands.executeCommand('setContext', 'labelwright.isActive', true);
}
