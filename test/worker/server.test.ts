import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleFolder, projectRoot } from '../../scripts/vscode/project.mjs';
import { createProblems } from '../../server/src/checks/problems';
import { bumpBetween } from '../../server/src/grade/bumpBetween';
import { toDiagnostics } from '../../server/src/language/diagnostics';
import { createWorkspace } from '../../server/src/workspace/createWorkspace';
import { noHistory } from '../../server/src/workspace/history';
import { createMemoryFileSystem } from '../../server/src/workspace/memory';
import { openStrictPage, type StrictPage } from './strictPage';

const root = 'file:///guideline';

/** The example, with a taxonomy that has mistakes of every kind beside it: what is silent alone would prove little. */
function exampleFiles(): Record<string, Uint8Array> {
  const names = readdirSync(exampleFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(exampleFolder.length + 1)
        .replaceAll('\\', '/'),
    );
  const files = Object.fromEntries(
    names.map((name) => [`${root}/${name}`, new Uint8Array(readFileSync(join(exampleFolder, name)))]),
  );
  const broken = [
    'taxonomy: Broken',
    'version: 1.0',
    'labels:',
    '  a:\n    name: A\n    parent: gone\n    exlude: [x]\n    color: #ff0000',
    '  b: "open',
    '  c:\n    name: C\n    codes: ["SCT:36118009 |Pneumothorax|"]',
  ].join('\n');
  return { ...files, [`${root}/broken.taxonomy.yaml`]: new TextEncoder().encode(broken) };
}

const files = exampleFiles();
const guidelines = Object.keys(files).filter((uri) => /\.(taxonomy|protocol)\.yaml$/.test(uri));
let strict: StrictPage;

beforeAll(async () => {
  strict = await openStrictPage(join(projectRoot, 'dist'));
});
afterAll(() => strict.stop());

test('the server in a browser worker reports what it reports in Node', async () => {
  const fileSystem = createMemoryFileSystem(files);
  const workspace = createWorkspace({ fileSystem, folders: [root] });
  const faults: string[] = [];
  const problems = createProblems({
    workspace,
    fileSystem,
    history: noHistory,
    bumpBetween,
    today: () => new Date().toISOString().slice(0, 10),
    logFault: (message) => faults.push(message),
  });
  const expected: Record<string, unknown> = {};
  for (const uri of guidelines) expected[uri] = JSON.parse(JSON.stringify(toDiagnostics(await problems.of(uri))));

  const encoded = Object.fromEntries(
    Object.entries(files).map(([uri, bytes]) => [uri, Buffer.from(bytes).toString('base64')]),
  );
  const found = await strict.page.evaluate(askWorker, { root, encoded, guidelines });
  expect(found).toEqual(expected);
  expect(expected[`${root}/broken.taxonomy.yaml`]).not.toEqual([]);
  expect(faults).toEqual([]);
  expect(await strict.violations()).toEqual([]);
});

interface Question {
  readonly root: string;
  readonly encoded: Record<string, string>;
  readonly guidelines: readonly string[];
}

/** Runs in the page: a client that holds the files, and asks the worker for the diagnostics of the guidelines. */
async function askWorker({ root: folder, encoded, guidelines: uris }: Question): Promise<Record<string, unknown>> {
  const worker = new Worker('/server.worker.js');
  const waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  let ids = 0;
  const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message });
  const ask = (method: string, params: unknown) =>
    new Promise<unknown>((done, fail) => {
      waiting.set(++ids, { done, fail });
      send({ id: ids, method, params });
    });
  const answers: Record<string, (uri: string) => unknown> = {
    'labelwright/fs/read': (uri) => ({ base64: encoded[uri] ?? null }),
    'labelwright/fs/stat': (uri) => {
      if (uri in encoded) return { type: 'file', size: atob(encoded[uri] ?? '').length };
      return Object.keys(encoded).some((key) => key.startsWith(`${uri}/`)) ? { type: 'folder', size: 0 } : null;
    },
    'labelwright/fs/list': (uri) => {
      const names = Object.keys(encoded)
        .filter((key) => key.startsWith(`${uri}/`))
        .map((key) => key.slice(uri.length + 1).split('/'));
      return [
        ...new Map(
          names.map(([name, ...rest]) => [name, { name, type: rest.length > 0 ? 'folder' : 'file' }]),
        ).values(),
      ];
    },
  };
  worker.onmessage = ({ data }) => {
    if (data.method && data.id !== undefined) {
      const result = answers[data.method]?.(data.params.uri) ?? null;
      send({ id: data.id, result });
    } else if (data.id !== undefined) {
      const { done, fail } = waiting.get(data.id) ?? {};
      if (data.error) fail?.(new Error(data.error.message));
      else done?.(data.result);
    }
  };
  const broken = new Promise<never>((_, fail) => {
    worker.onerror = (event) => fail(new Error(event.message));
  });

  async function session(): Promise<Record<string, unknown>> {
    await ask('initialize', {
      processId: null,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'guideline' }],
      capabilities: { textDocument: { diagnostic: {} } },
    });
    send({ method: 'initialized', params: {} });
    const found: Record<string, unknown> = {};
    for (const uri of uris) {
      const report = (await ask('textDocument/diagnostic', { textDocument: { uri } })) as { items: unknown };
      found[uri] = report.items;
    }
    return found;
  }
  return Promise.race([session(), broken]);
}
