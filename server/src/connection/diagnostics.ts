import type {
  ClientCapabilities,
  Connection,
  DocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Problem } from '../checks/problem';
import type { Problems } from '../checks/problems';
import { toDiagnostics } from '../language/diagnostics';
import type { Slices } from '../workspace/slices';
import type { Workspace } from '../workspace/workspace';
import { canPull } from './capabilities';

/** The diagnostics of a server: pulled by the client, or pushed where it cannot pull. */
export interface DiagnosticsService {
  /** The texts of open files changed. */
  changed(): void;
  closed(uri: string): void;
  /** Something beside the open texts changed: all is asked anew. */
  refresh(): void;
  /** Other files or the history tell something else of a file than was shown. */
  found(): void;
}

export interface DiagnosticsParts {
  readonly client: ClientCapabilities;
  readonly workspace: Workspace;
  readonly problems: Problems;
  readonly slices: Slices;
}

export function registerDiagnostics(
  connection: Connection,
  { client, workspace, problems, slices }: DiagnosticsParts,
): DiagnosticsService {
  const pulled = canPull(client);
  const canRefresh = client.workspace?.diagnostics?.refreshSupport ?? false;
  let pushing = false;
  let pushAgain = false;

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    // What has arrived already may change the text again: it need not be answered twice.
    const asked = workspace.revision(uri);
    await slices.pause();
    if (asked !== workspace.revision(uri) || token.isCancellationRequested) throw superseded();
    const found = canRefresh ? await problems.soon(uri) : await problems.of(uri);
    if (!found || token.isCancellationRequested) throw superseded();
    return report(found, previousResultId);
  });

  // Files that are open are pulled one by one; the others stand in the list of problems all the same.
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const open = new Set(workspace.openFiles());
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const { uri } of await workspace.files()) {
      if (open.has(uri)) continue;
      const found = await problems.of(uri);
      if (token.isCancellationRequested) throw superseded();
      items.push({ ...report(found, known.get(uri)), uri, version: null });
      await slices.pause();
    }
    return { items };
  });

  /** The problems of a file; only that they are the same where the client has them already. */
  function report(found: readonly Problem[], previous: string | undefined): DocumentDiagnosticReport {
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
        await slices.pause();
        for (const uri of workspace.openFiles()) {
          const found = await problems.soon(uri);
          if (pushAgain || !found) break;
          await connection.sendDiagnostics({ uri, diagnostics: toDiagnostics(found) });
        }
      } while (pushAgain);
    } catch (error) {
      connection.console.error(`The problems could not be worked out. ${String(error)}`);
    } finally {
      pushing = false;
    }
  }

  function again(): void {
    if (!pulled) void push();
    else if (canRefresh) connection.languages.diagnostics.refresh();
  }

  return {
    changed() {
      if (!pulled) void push();
    },
    closed(uri) {
      if (!pulled) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh: again,
    found: again,
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

function superseded(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed since.', {
    retriggerRequest: true,
  });
}
