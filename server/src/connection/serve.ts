import type { ClientCapabilities, Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { FileChangeType, TextDocumentSyncKind } from 'vscode-languageserver';
import type { InspectImage } from '../annotations/patientData';
import { createProblems } from '../checks/problems';
import { bumpBetween } from '../grade/bumpBetween';
import { createWorkspace } from '../workspace/createWorkspace';
import type { FileSystem } from '../workspace/fileSystem';
import type { History } from '../workspace/history';
import { noHistory } from '../workspace/history';
import type { Slices } from '../workspace/slices';
import type { DiagnosticsService } from './diagnostics';
import { registerDiagnostics } from './diagnostics';
import { languageCapabilities, registerLanguage } from './features';
import { registerGuidelineRequests } from './guidelineRequests';
import { withProgress } from './progress';
import type { GuidelineChangedParams, InitializationOptions } from '../requests';
import { methods } from '../requests';

/** What the server needs of the place it runs in. */
export interface Platform {
  readonly fileSystem: FileSystem;
  readonly history: History;
  /** Reads the patient data of an image in another thread; in this one, when it is not given. */
  readonly inspectImage?: InspectImage;
  /** The clock, and how work waits for messages that have arrived. */
  readonly slices: Slices;
  /** The date of today, as `2026-02-01`. */
  readonly today: () => string;
  /** Told whenever the workspace's folders change. */
  readonly onFolders: (folders: readonly string[]) => void;
}

/** More problems of one file than anybody reads; the command line lists all. */
const mostProblems = 1000;

/** Serves a client over a connection; resolves when the client says `exit`. */
export function serve(connection: Connection, platform: Platform): Promise<void> {
  const slices = withProgress(connection, platform.slices, () => client);
  const workspace = createWorkspace({ fileSystem: platform.fileSystem, folders: [], slices });
  let trusted = true;
  let client: ClientCapabilities = {};
  const history: History = {
    revisions: (...args) => (trusted ? platform.history : noHistory).revisions(...args),
    at: (...args) => (trusted ? platform.history : noHistory).at(...args),
  };
  const problems = createProblems({
    workspace,
    fileSystem: platform.fileSystem,
    history,
    bumpBetween,
    ...(platform.inspectImage && { inspectImage: platform.inspectImage }),
    today: platform.today,
    logFault: (message, cause) => connection.console.error(`${message} ${describe(cause)}`),
    slices,
    most: mostProblems,
    onFound: () => diagnostics.found(),
  });

  function setFolders(folders: readonly string[]): void {
    workspace.setFolders(folders);
    platform.onFolders(workspace.folders);
  }

  const diagnostics: DiagnosticsService = registerDiagnostics(connection, { workspace, problems, slices });
  registerLanguage(connection, { workspace, fileSystem: platform.fileSystem, problems, client: () => client });
  registerGuidelineRequests(connection, { workspace, fileSystem: platform.fileSystem, history });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    setFolders(folders);
    client = params.capabilities;
    trusted = (params.initializationOptions as InitializationOptions | undefined)?.trusted ?? true;
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...languageCapabilities,
        ...diagnostics.initialize(params.capabilities),
      },
      serverInfo: { name: 'labelwright' },
    };
  });
  connection.onInitialized(() => {
    if (!client.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      setFolders([...workspace.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
      diagnostics.refresh();
    });
  });

  /** After any change: problems of what depends on it are asked anew, and so are previews. */
  function changed(uris: readonly string[]): void {
    diagnostics.changed();
    void connection.sendNotification(methods.guidelineChanged, { uris } satisfies GuidelineChangedParams);
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, text } }) => {
    workspace.open(uri, text);
    changed([uri]);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri }, contentChanges }) => {
    workspace.change(
      uri,
      contentChanges.map((change) => ('range' in change ? change : { text: change.text })),
    );
    changed([uri]);
  });
  // A save may come with a commit, or with files beside the guideline.
  connection.onDidSaveTextDocument(() => {
    problems.forget();
    diagnostics.refresh();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.close(uri);
    diagnostics.closed(uri);
    changed([uri]);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    workspace.invalidate(uris);
    problems.forget();
    diagnostics.refresh();
    const open = new Set(workspace.openFiles());
    const onDisk = changes.filter(({ uri, type }) => type === FileChangeType.Deleted || !open.has(uri));
    if (onDisk.length > 0) changed(onDisk.map(({ uri }) => uri));
  });

  return new Promise((ended) => {
    connection.onExit(() => ended());
    connection.listen();
  });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
