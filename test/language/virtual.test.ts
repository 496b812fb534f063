import { DidOpenTextDocumentNotification, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol/node';
import { afterEach, expect, it } from 'vitest';
import type { FileParams, PreviewResult } from '../../server/src/requests';
import { methods } from '../../server/src/requests';
import { startClient, type Client } from './client';

const folder = 'vscode-vfs://github/guideline';

const taxonomy = `taxonomy: chest
version: 1.0.0
title: Chest
labels:
  nodule: {name: Nodule, definition: A round opacity., geometry: [box]}
`;

const protocol = `protocol: nodules
version: 1.0.0
title: Nodules
taxonomy: {file: chest.taxonomy.yaml}
samples:
  one: {image: one.png, shows: [nodule]}
`;

let client: Client;
afterEach(() => client.stop());

async function preview(): Promise<PreviewResult> {
  const uri = `${folder}/nodules.protocol.yaml`;
  const textDocument = { uri, languageId: 'annotation-protocol', version: 1, text: protocol };
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return client.connection.sendRequest<PreviewResult>(methods.preview, { uri });
}

it('reads the files of a virtual workspace through the client', async () => {
  client = await startClient({ folder });
  const files = new Map<string, Uint8Array>([
    [`${folder}/chest.taxonomy.yaml`, Buffer.from(taxonomy)],
    [`${folder}/one.png`, Buffer.from('no image, but there')],
  ]);
  client.connection.onRequest(methods.readFile, ({ uri }: FileParams) => {
    const bytes = files.get(uri);
    return { base64: bytes ? Buffer.from(bytes).toString('base64') : null };
  });
  client.connection.onRequest(methods.stat, ({ uri }: FileParams) => {
    const size = files.get(uri)?.length;
    return size === undefined ? null : { type: 'file', size, changed: 1 };
  });
  client.connection.onRequest(methods.list, () => []);
  const { labels, samples } = await preview();
  expect(labels.map(({ id, name }) => [id, name])).toEqual([['nodule', 'Nodule']]);
  expect(samples.map(({ id, image }) => [id, image])).toEqual([['one', `${folder}/one.png`]]);
});

it('has no files there when the client does not know the question', async () => {
  client = await startClient({ folder });
  const { labels, samples } = await preview();
  expect(labels).toEqual([]);
  expect(samples.map(({ id, image }) => [id, image])).toEqual([['one', undefined]]);
});
