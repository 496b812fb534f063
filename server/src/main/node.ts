import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../connection/serve';
import { createNodeFileSystem } from '../platform/node/fileSystem';
import { createGitHistory } from '../platform/node/gitHistory';

/**
 * Serves one client over the transport that the command line names (`--stdio`, `--node-ipc`, `--socket=PORT`), until
 * the client ends it.
 */
export function startServer(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all);
  let folders: readonly string[] = [];
  return serve(connection, {
    fileSystem: createNodeFileSystem(() => folders),
    history: createGitHistory(),
    today: () => new Date().toISOString().slice(0, 10),
    onFolders: (next) => (folders = next),
  });
}
