import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CloseAction, ErrorAction, State } from 'vscode-languageclient';
import type { GuidelineChangedParams, InitializationOptions } from '../../../server/src/requests';
import { methods } from '../../../server/src/requests';
import type { Server, ServerState } from '../services';
import { messageOf } from '../services';
import { documentSelector } from './documents';

export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export interface StartedServer {
  readonly server: Server;
  /** Ends the server. */
  readonly client: vscode.Disposable;
}

const states: Record<State, ServerState> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};

/**
 * Starts the language server. After a crash it is restarted once; when it crashes again, the user is told.
 * `prepare` adds what the client answers before the server starts.
 */
export function startServer(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  prepare: (client: BaseLanguageClient) => void,
): StartedServer {
  const guidelineChanged = new vscode.EventEmitter<readonly string[]>();
  const stateChanged = new vscode.EventEmitter<ServerState>();
  const watchers = [
    vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}'),
    // Commits, and another branch.
    vscode.workspace.createFileSystemWatcher('**/.git/logs/HEAD'),
  ];
  let crashed = false;

  const client = createClient('labelwright', 'Labelwright', {
    documentSelector: documentSelector(),
    synchronize: { fileEvents: watchers },
    initializationOptions: (): InitializationOptions => ({
      trusted: vscode.workspace.isTrusted,
      compareCommand: 'labelwright.compareWithRevision',
      decoders: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview').toString(true),
    }),
    markdown: { supportHtml: false, isTrusted: false },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed() {
        if (!crashed) {
          crashed = true;
          return { action: CloseAction.Restart, handled: true };
        }
        void explainCrash();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  });
  prepare(client);

  const restart = async () => {
    crashed = false;
    if (client.needsStop()) await client.stop();
    await client.start();
  };
  const showOutput = () => client.outputChannel.show(true);

  async function explainCrash(): Promise<void> {
    const again = vscode.l10n.t('Restart');
    const output = vscode.l10n.t('Show Output');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The Labelwright language server stopped twice and was not started again. Guidelines are not checked until it is.',
      ),
      again,
      output,
    );
    if (chosen === again) await guarded(restart());
    if (chosen === output) showOutput();
  }

  /** Says why the server did not start, instead of leaving a promise to fail unseen. */
  async function guarded(start: Promise<void>): Promise<void> {
    try {
      await start;
    } catch (error) {
      client.error(messageOf(error), undefined, false);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The Labelwright language server did not start: {0}', messageOf(error)),
      );
    }
  }

  context.subscriptions.push(
    guidelineChanged,
    stateChanged,
    ...watchers,
    client.onNotification(methods.guidelineChanged, (params: GuidelineChangedParams) =>
      guidelineChanged.fire(params.uris),
    ),
    client.onDidChangeState(({ newState }) => stateChanged.fire(states[newState])),
    vscode.workspace.onDidGrantWorkspaceTrust(() => guarded(restart())),
    vscode.commands.registerCommand('labelwright.restartServer', () => guarded(restart())),
    vscode.commands.registerCommand('labelwright.showOutput', showOutput),
  );
  void guarded(client.start());

  const server: Server = {
    get state() {
      return states[client.state];
    },
    onDidChangeState: stateChanged.event,
    onGuidelineChanged: guidelineChanged.event,
    async request(method, params, token) {
      try {
        // A token that is `undefined` would be sent as a second parameter.
        return await (token
          ? client.sendRequest(methods[method], params, token)
          : client.sendRequest(methods[method], params));
      } catch (error) {
        if (states[client.state] === 'stopped') {
          throw new Error(
            vscode.l10n.t('The language server is not running. “Labelwright: Restart Language Server” starts it.'),
            { cause: error },
          );
        }
        throw new Error(messageOf(error).replace(/^Request \S+ failed with message: /, ''), { cause: error });
      }
    },
  };
  return { server, client };
}
