import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStrictPage, type StrictPage } from './strictPage';

let folder: string;
let strict: StrictPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labelwright-worker-'));
  await writeFile(join(folder, 'double.js'), 'onmessage = ({ data }) => postMessage(2 * data);');
  await writeFile(
    join(folder, 'forbidden.js'),
    `onmessage = async () => {
       let evaluated = 'yes';
       try { new Function(''); } catch (error) { evaluated = error.name; }
       await fetch('https://example.org/codes').catch(() => undefined);
       postMessage(evaluated);
     };`,
  );
  strict = await openStrictPage(folder);
});

afterAll(async () => {
  await strict.stop();
  await rm(folder, { recursive: true });
});

/** Starts a worker, sends it a message and gives its answer. */
function ask(script: string, message: unknown): Promise<unknown> {
  return strict.page.evaluate(
    ([url, data]) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(url);
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(data);
      }),
    [script, message] as const,
  );
}

it('runs a worker from the folder, without a violation', async () => {
  expect(await ask('/double.js', 21)).toBe(42);
  expect(await strict.violations()).toEqual([]);
});

it('tells what a worker does against the policy', async () => {
  expect(await ask('/forbidden.js', undefined)).toBe('EvalError');
  expect(await strict.violations()).toEqual(['script-src: eval', 'connect-src: https://example.org/codes']);
});
