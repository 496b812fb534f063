import { setFlagsFromString } from 'node:v8';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { withFilesOfClient } from '../connection/clientFileSystem';
import { serve } from '../connection/serve';
import { createNodeFileSystem } from '../platform/node/fileSystem';
import { createGitBranches } from '../platform/node/gitBranches';
import { createGitHistory } from '../platform/node/gitHistory';
import { createDecoders } from '../platform/node/decoders';
import { createByteWorker } from '../platform/node/byteWorker';

/** By how many percent the heap grows at a time: beside large taxonomies, V8 would let it grow to several times what is used. */
const steady = 12;
/**
 * The same while a large file is opened: most of what is made then stays, and is not to be gone through each time. Files
 * that are large are read to little more than their text.
 */
const opening = 300;

/**
 * How much V8 puts into a function that it optimises, in bytes: a third of what is usual. While a file is opened hundreds
 * of functions wait for that, and each waits less long.
 */
const lessInlining = '--max-inlined-bytecode-size-cumulative=300';

function letHeapGrow(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** Lets the heap grow faster for as long as anything takes long. */
function createHeapGrowth(): () => () => void {
  let underWay = 0;
  return () => {
    if (underWay++ === 0) letHeapGrow(opening);
    return () => {
      if (--underWay === 0) letHeapGrow(steady);
    };
  };
}

/**
 * Serves one client over the transport that the command line names (`--stdio`, `--node-ipc`, `--socket=PORT`), until
 * the client ends it.
 */
export function startServer(): Promise<void> {
  letHeapGrow(steady);
  setFlagsFromString(lessInlining);
  const connection = createConnection(ProposedFeatures.all);
  let folders: readonly string[] = [];
  return serve(connection, {
    fileSystem: withFilesOfClient(
      createNodeFileSystem(() => folders),
      connection,
    ),
    history: createGitHistory(),
    branches: createGitBranches(),
    inspectImage: createByteWorker(join(__dirname, 'imageWorker.js')),
    loadWasm: createDecoders(join(__dirname, 'webview')),
    slices: { now: () => performance.now(), pause: messagesThatWait, onLongWork: createHeapGrowth() },
    today: () => new Date().toISOString().slice(0, 10),
    onFolders: (next) => (folders = next),
  });
}

/** The connection handles one message a turn; the next one that has arrived has been handled when this resolves. */
function messagesThatWait(): Promise<void> {
  return new Promise((done) => setImmediate(() => setImmediate(done)));
}
