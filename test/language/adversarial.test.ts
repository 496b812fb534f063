import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HoverRequest } from 'vscode-languageserver-protocol/node';
import { startClient, type Client } from './client';
import { depth } from './hostile/depth';
import type { Hostile } from './hostile/documents';
import { graphs } from './hostile/graphs';
import { mistakes } from './hostile/mistakes';
import { size } from './hostile/size';
import { placeOf, taxonomy } from './texts';

/** Whether the server still answers as it should. */
async function expectAnswer(client: Client): Promise<void> {
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: client.uri('findings.taxonomy.yaml') },
    position: placeOf(taxonomy, 'definition:', 3),
  });
  expect(hover).not.toBeNull();
}

/** Bounded memory; time is bounded by the limit of a test, which is generous. */
const bounded = ['--max-old-space-size=1024', 'dist/server.js', '--stdio'];

describe.each([
  ['depth', depth],
  ['graphs', graphs],
  ['mistakes', mistakes],
  ['size', size],
] as [string, readonly Hostile[]][])('hostile documents: %s', (_theme, documents) => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient({ args: bounded, files: { 'findings.taxonomy.yaml': taxonomy } });
    await client.open('findings.taxonomy.yaml', taxonomy);
  });
  afterAll(async () => expect(await client.stop()).toBe(0));

  test.each(documents)('$name', { timeout: 120_000 }, async ({ text, told, kind = 'taxonomy' }) => {
    const path = `odd.${kind}.yaml`;
    const content = text();
    await client.open(path, content);
    const messages = (await client.diagnostics(path)).map(({ message }) => String(message));
    expect(messages.length).toBeLessThanOrEqual(1000);
    expect(messages.slice(0, 3).map((message) => message.slice(0, 200))).toEqual(told ? expect.anything() : []);
    if (told) expect(messages.join('\n').slice(0, 100_000)).toMatch(told);

    const line = Math.floor(content.split('\n').length / 2);
    const start = { line, character: 3 };
    for (const added of ['x', '\n', '"', '[']) await client.change(path, { start, end: start }, added);
    await client.diagnostics(path);
    await expectAnswer(client);
    await client.close(path);
  });
});
