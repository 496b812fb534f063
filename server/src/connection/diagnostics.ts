import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  DocumentDiagnosticReport,
  ServerCapabilities,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Problems } from '../checks/problems';
import { toDiagnostics } from '../language/diagnostics';
import type { Workspace } from '../workspace/workspace';

/** The diagnostics of a server: pulled by the client, or pushed where it cannot pull. */
export interface DiagnosticsService {
  /** The capability to announce to this client. */
  initialize(client: ClientCapabilities): Pick<ServerCapabilities, 'diagnosticProvider'>;
  /** The texts of open files changed. */
  changed(): void;
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

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const asked = (await workspace.file(uri))?.revision;
    await messagesThatWait();
    if (asked !== (await workspace.file(uri))?.revision) throw superseded();
    return report(uri, previousResultId, token);
  });

  // Files that are open are pulled one by one; the others stand in the list of problems all the same.
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const open = new Set(workspace.openFiles());
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const { uri } of await workspace.files()) {
      if (open.has(uri)) continue;
      items.push({ ...(await report(uri, known.get(uri), token)), uri, version: null });
      await messagesThatWait();
    }
    return { items };
  });

  /** The problems of a file; only that they are the same where the client has them already. */
  async function report(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    if (token.isCancellationRequested) throw superseded();
    const found = await problems.of(uri);
    if (token.isCancellationRequested) throw superseded();
    const resultId = idOf(found);
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: toDiagnostics(found) };
  }

  /** Pushes the problems of all open files; once more when something changed meanwhile. */
  async function push(): Promise<void> {
    if (pushing) {
      pushAgain = true;
      return;
    }
    pushing = true;
    try {
      do {
        pushAgain = false;
        await messagesThatWait();
        for (const uri of workspace.openFiles()) {
          const found = await problems.of(uri);
          if (pushAgain) break;
          await connection.sendDiagnostics({ uri, diagnostics: toDiagnostics(found) });
        }
      } while (pushAgain);
    } catch (error) {
      connection.console.error(`The problems could not be worked out. ${String(error)}`);
    } finally {
      pushing = false;
    }
  }

  return {
    initialize(client) {
      pulled = client.textDocument?.diagnostic !== undefined;
      canRefresh = client.workspace?.diagnostics?.refreshSupport ?? false;
      if (!pulled) return {};
      return {
        diagnosticProvider: { identifier: 'labelwright', interFileDependencies: true, workspaceDiagnostics: true },
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
}

const ids = new WeakMap<object, string>();
let lastId = 0;

/** The same for as long as nothing was found anew. */
function idOf(found: object): string {
  let id = ids.get(found);
  if (!id) ids.set(found, (id = String(++lastId)));
  return id;
}

/** Lets messages that have arrived already be handled first: what they change need not be answered twice. */
function messagesThatWait(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}

function superseded(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed since.', {
    retriggerRequest: true,
  });
}
