import { readFile, rm } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { URI } from 'vscode-uri';
import { runProgram } from '../cli/program';
import type { Environment } from '../cli/environment';
import { createDecoders } from '../platform/node/decoders';
import { createNodeFileSystem } from '../platform/node/fileSystem';
import { configureGit } from '../platform/node/gitConfig';
import { createGitHistory } from '../platform/node/gitHistory';
import { replaceFile } from '../platform/node/writeFile';
import { version } from '../../../package.json';

const here = process.cwd();

const environment: Environment = {
  workingDirectory: URI.file(here).toString(),
  fileSystem: (folders) => createNodeFileSystem(() => folders),
  history: createGitHistory(),
  today: new Date().toISOString().slice(0, 10),
  uriOf: (path) => URI.file(resolve(here, path)).toString(),
  displayPath(uri) {
    const path = URI.parse(uri).fsPath;
    return (relative(here, path) || '.').split(sep).join('/');
  },
  version,
  errorIsTerminal: process.stderr.isTTY === true,
  // git pages what its drivers print.
  outputIsTerminal: process.stdout.isTTY === true || process.env['GIT_PAGER_IN_USE'] === 'true',
  now: () => performance.now(),
  command: [process.execPath, ...process.argv.slice(1, 2)],
  configureGit: (folder, settings) => configureGit(URI.parse(folder).fsPath, settings),
  readInput: () => buffer(process.stdin),
  loadWasm: createDecoders(join(__dirname, 'webview')),
  replaceFile: (uri, bytes) => replaceFile(URI.parse(uri).fsPath, bytes),
  removeFile: (uri) => rm(URI.parse(uri).fsPath),
  readPage: (path) => readFile(join(__dirname, '..', path), 'utf8').catch(() => undefined),
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
  logFault: (message, cause) => console.error(`labelwright: ${message}`, cause),
};

// Who reads the output may have seen enough of it (`labelwright check . | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runProgram(process.argv.slice(2), {
  environment,
  startServer: async () => (await import('./node')).startServer(),
}).then(
  // Setting the code, not exiting: what was written to a pipe must arrive whole.
  (exitCode) => (process.exitCode = exitCode),
  (fault: unknown) => {
    console.error('labelwright: this is a fault of Labelwright, not of your files.', fault);
    if (process.argv.some((arg) => arg === 'json' || arg === '--format=json')) {
      const error = 'This is a fault of Labelwright; its cause is on the standard error output.';
      process.stdout.write(`${JSON.stringify({ schemaVersion: 1, error }, null, 2)}\n`);
    }
    process.exitCode = 2;
  },
);
