import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
} from 'vscode-languageserver-protocol/node';

export const projectRoot = join(import.meta.dirname, '../..');

/** A language server in a process of its own, with a workspace folder on the disk. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** The URI of a path in the workspace. */
  uri(path: string): string;
  open(path: string, text: string): Promise<void>;
  change(path: string, range: Range | undefined, text: string): Promise<void>;
  close(path: string): Promise<void>;
  diagnostics(path: string): Promise<Diagnostic[]>;
  /** Exit code of the server after `shutdown` and `exit`. */
  stop(): Promise<number | null>;
}

export interface ClientOptions {
  /** The command; the built server over stdio when not given. */
  readonly args?: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: ClientCapabilities;
  /** A folder that is open besides the one on the disk: its URI. */
  readonly folder?: string;
}

export const pullCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** Starts a server on a temporary workspace with these files. */
export async function startClient({
  args = ['dist/server.js', '--stdio'],
  files = {},
  capabilities = pullCapabilities,
  folder: other,
}: ClientOptions = {}): Promise<Client> {
  const folder = await mkdtemp(join(tmpdir(), 'labelwright-language-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const child = spawn(process.execPath, [...args], { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const rootUri = pathToFileURL(folder).toString();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri,
    workspaceFolders: [rootUri, ...(other ? [other] : [])].map((each) => ({ uri: each, name: 'workspace' })),
    capabilities,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const versions = new Map<string, number>();
  const uri = (path: string) => pathToFileURL(join(folder, path)).toString();
  const languageOf = (path: string) => (path.includes('.protocol.') ? 'annotation-protocol' : 'label-taxonomy');

  return {
    connection,
    initialized,
    uri,
    open(path, text) {
      versions.set(path, 1);
      return connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(path), languageId: languageOf(path), version: 1, text },
      });
    },
    change(path, range, text) {
      const version = (versions.get(path) ?? 1) + 1;
      versions.set(path, version);
      return connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(path), version },
        contentChanges: [range ? { range, text } : { text }],
      });
    },
    close: (path) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri(path) } }),
    async diagnostics(path) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: uri(path) } });
      if (report.kind !== 'full') throw new Error('a full report was expected');
      return report.items;
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await exited;
      connection.dispose();
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}
