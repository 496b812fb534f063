import type { Connection, InitializeParams } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import { createProblems } from '../checks/problems';
import { createKnownVersions } from '../checks/approvedVersions';
import { createPastGuidelines } from '../language/pastGuidelines';
import { createStandings } from '../language/standing';
import { noBranches } from '../workspace/branches';
import { changeIds } from '../compare/compareGuidelines';
import { bumpSteps } from '../grade/bumpBetween';
import { readOverrides } from '../grade/overrides';
import { createWorkspace } from '../workspace/createWorkspace';
import { runInSlices } from '../workspace/slices';
import { noHistory } from '../workspace/history';
import type { DiagnosticsService } from './diagnostics';
import { registerDiagnostics } from './diagnostics';
import { registerLanguage } from './features';
import { registerGuidelineRequests } from './guidelineRequests';
import { registerLenses } from './lenses';
import { withProgress } from './progress';
import type { Platform } from './serve';
import type { ApprovedVersion, GuidelineChangedParams, InitializationOptions } from '../requests';
import { methods } from '../requests';

/** More problems of one file than anybody reads; the command line lists all. */
const mostProblems = 1000;

/** Everything behind `initialize`: composes the rooms, and answers what a client asks from then on. */
export function start(connection: Connection, platform: Platform, params: InitializeParams): void {
  const client = params.capabilities;
  const { trusted = true, compareCommand, decoders } = (params.initializationOptions ?? {}) as InitializationOptions;
  const [history, branches] = trusted ? [platform.history, platform.branches] : [noHistory, noBranches];
  const slices = withProgress(connection, platform.slices, client);
  const workspace = createWorkspace({ fileSystem: platform.fileSystem, folders: [], slices });
  const approvedVersions = createKnownVersions(history, slices);
  const problems = createProblems({
    workspace,
    fileSystem: platform.fileSystem,
    history,
    approvedVersions,
    bumpBetween: async (before, after) => {
      const overrides = readOverrides(await workspace.configOf(after.file.uri));
      return (await runInSlices(bumpSteps(before, after, overrides), slices)) ?? 'none';
    },
    changeIds: changeIds(),
    ...(platform.inspectImage && { inspectImage: platform.inspectImage }),
    loadWasm: (codec) => platform.loadWasm(codec, decoders),
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

  const past = createPastGuidelines(workspace, history, slices);
  const standings = createStandings(history, slices);
  const diagnostics: DiagnosticsService = registerDiagnostics(connection, { client, workspace, problems, slices });
  registerLanguage(connection, { workspace, fileSystem: platform.fileSystem, problems, standings, client });

  async function approved(uri: string): Promise<ApprovedVersion | undefined> {
    for await (const { revision, version } of approvedVersions.of(uri)) return { revision: revision.id, version };
    return undefined;
  }

  const versions = { workspace, past, slices, approved };
  registerGuidelineRequests(connection, { ...versions, fileSystem: platform.fileSystem, history, branches });
  const lenses = registerLenses(connection, client, { ...versions, ...(compareCommand && { compareCommand }) });

  setFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
  if (client.workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      setFolders([...workspace.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
      diagnostics.refresh();
    });
  }

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
  /** Files beside the guidelines, or the history, may have changed. */
  function lookAgain(): void {
    problems.forget();
    past.forget();
    standings.forget();
    diagnostics.refresh();
    lenses.refresh();
  }

  // A save may come with a commit, or with files beside the guideline.
  connection.onDidSaveTextDocument(lookAgain);
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.close(uri);
    diagnostics.closed(uri);
    changed([uri]);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    workspace.invalidate(uris);
    lookAgain();
    const open = new Set(workspace.openFiles());
    const onDisk = changes.filter(({ uri, type }) => type === FileChangeType.Deleted || !open.has(uri));
    if (onDisk.length > 0) changed(onDisk.map(({ uri }) => uri));
  });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
