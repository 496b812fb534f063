import type {
  ClientCapabilities,
  Connection,
  DocumentDiagnosticReport,
  ServerCapabilities,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Problems } from '../checks/problems';
import { toDiagnostics } from '../language/diagnostics';
import type { Workspace } from '../workspace/workspace';

/** The diagnostics of a server: pulled by the client, or pushed where it cannot pull. */
export interface DiagnosticsService {
  /** The capability to announce to this client. */
  initialize(client: ClientCapabilities): Pick<ServerCapabilities, 'diagnosticProvider'>;
  changed(uris: readonly string[]): void;
  closed(uri: string): void;
  /** Something beside the open texts changed: all is asked anew. */
  refresh(): void;
}

export function registerDiagnostics(
  connection: Connection,
  workspace: Workspace,
  problems: Problems,
): DiagnosticsService {
  let pulled = false;
  let canRefresh = false;
  let pushing = false;
  let pushAgain = false;

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }): Promise<DocumentDiagnosticReport> => {
    const items = toDiagnostics(await problems.of(uri));
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  /** Pushes the problems of all open files; once more when something changed meanwhile. */
  async function push(): Promise<void> {
    if (pushing) {
      pushAgain = true;
      return;
    }
    pushing = true;
    do {
      pushAgain = false;
      for (const uri of workspace.openFiles()) {
        const found = await problems.of(uri);
        if (pushAgain) break;
        await connection.sendDiagnostics({ uri, diagnostics: toDiagnostics(found) });
      }
    } while (pushAgain);
    pushing = false;
  }

  const service: DiagnosticsService = {
    initialize(client) {
      pulled = client.textDocument?.diagnostic !== undefined;
      canRefresh = client.workspace?.diagnostics?.refreshSupport ?? false;
      if (!pulled) return {};
      return {
        diagnosticProvider: { identifier: 'labelwright', interFileDependencies: true, workspaceDiagnostics: false },
      };
    },
    changed() {
      if (!pulled) void push();
    },
    closed(uri) {
      if (!pulled) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh() {
      if (!pulled) void push();
      else if (canRefresh) connection.languages.diagnostics.refresh();
    },
  };
  return service;
}
