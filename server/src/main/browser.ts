import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientFileSystem } from '../connection/clientFileSystem';
import { serve } from '../connection/serve';
import { noBranches } from '../workspace/branches';
import { noHistory } from '../workspace/history';

declare const self: Worker;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

void serve(connection, {
  fileSystem: createClientFileSystem(connection),
  history: noHistory,
  branches: noBranches,
  loadWasm: async (codec, folder) => {
    const response = await fetch(`${folder}/${codec}.wasm`);
    if (!response.ok) throw new Error(response.statusText);
    return new Uint8Array(await response.arrayBuffer());
  },
  slices: { now: () => performance.now(), pause: () => new Promise((done) => setTimeout(done, 0)) },
  today: () => new Date().toISOString().slice(0, 10),
  onFolders: () => undefined,
});
