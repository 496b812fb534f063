import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from '../language/fixAllKind';

/** What the server can do with a document. */
const languageCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [':', ' ', '-', '[', '.', '/', ','] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  documentLinkProvider: {},
  colorProvider: true,
  codeLensProvider: {},
};

/** What the server announces to a client. Diagnostics are pulled where the client can. */
export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...languageCapabilities,
    ...(canPull(client) && {
      diagnosticProvider: { identifier: 'labelwright', interFileDependencies: true, workspaceDiagnostics: true },
    }),
  };
}

export function canPull(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}
