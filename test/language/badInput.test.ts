import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { projectRoot, startClient, type Client } from './client';
import { protocol, taxonomy } from './texts';

let client: Client;
beforeEach(async () => {
  client = await startClient({ files: { 'findings.taxonomy.yaml': taxonomy } });
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

/** The problems of a text as `line:character rule message`, from 0. */
async function problems(path: string, text: string): Promise<string[]> {
  await client.open(path, text);
  return (await client.diagnostics(path)).map(
    ({ range: { start }, code, message }) => `${start.line}:${start.character} ${code} ${message}`,
  );
}

/** The next character may come before the answer: then the server says so, and nothing else. */
function onlyOvertaken(error: unknown): void {
  if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.ServerCancelled) throw error;
}

describe('typed character by character', () => {
  test.each(['chest-xray.taxonomy.yaml', 'pneumothorax.protocol.yaml'])(
    '%s never disturbs the server',
    async (name) => {
      const text = readFileSync(join(projectRoot, 'examples/chest-xray', name), 'utf8').slice(0, 4000);
      await client.open(name, '');
      let line = 0;
      let character = 0;
      let asked: Promise<unknown> = Promise.resolve();
      for (const [i, typed] of [...text].entries()) {
        const at = { line, character };
        await client.change(name, { start: at, end: at }, typed);
        if (typed === '\n') [line, character] = [line + 1, 0];
        else character += typed.length;
        if (i % 5 === 0) asked = client.diagnostics(name).catch(onlyOvertaken);
      }
      await asked;
      const typedOne = await client.diagnostics(name);
      await client.close(name);
      await client.open(name, text);
      expect(typedOne).toEqual(await client.diagnostics(name));
    },
  );
});

describe('a file', () => {
  test('that is empty is told what to begin with', async () => {
    expect(await problems('a.taxonomy.yaml', '')).toEqual([
      '0:0 schema This file is empty. It begins with “taxonomy: its-id”.',
    ]);
  });

  test('with CR LF, or with lone CR, reads like one with LF', async () => {
    expect(await problems('a.taxonomy.yaml', taxonomy.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(await problems('b.taxonomy.yaml', taxonomy.replaceAll('\n', '\r'))).toEqual([]);
    const wrong = taxonomy.replace('definition: Air', 'defintion: Air');
    const lf = (await problems('c.taxonomy.yaml', wrong)).filter((problem) => problem.includes('schema'));
    expect(lf).toHaveLength(1);
    const crlf = await problems('d.taxonomy.yaml', wrong.replaceAll('\n', '\r\n'));
    expect(crlf.filter((problem) => problem.includes('schema'))).toEqual(lf);
  });

  test('with a byte order mark reads like one without', async () => {
    expect(await problems('a.taxonomy.yaml', `\ufeff${taxonomy}`)).toEqual([]);
  });

  test('with a tab is told to use spaces, at the tab', async () => {
    const found = await problems('a.taxonomy.yaml', taxonomy.replace('    name: Skin fold', '\tname: Skin fold'));
    expect(found[0]).toBe('16:0 yaml A tab stands here. Indent with spaces.');
  });

  test('with characters beyond the basic plane has its places right', async () => {
    const text = taxonomy
      .replace('name: Skin fold', 'name: 🫁🫁 Fold')
      .replace('geometry: [mask, polygon]\n    confusedWith', "geometry: ['🫁', mask]\n    confusedWith");
    const found = await problems('a.taxonomy.yaml', text);
    expect(found.some((problem) => problem.startsWith('10:15 schema “🫁” '))).toBe(true);
  });

  test('that is binary is told so, once', async () => {
    const bytes = Array.from({ length: 3000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
    expect(await problems('a.taxonomy.yaml', bytes)).toEqual([
      expect.stringMatching(/^\d+:\d+ yaml This file holds characters that are not text/),
    ]);
  });

  test('of another kind, opened as a guideline, is told what it lacks', async () => {
    const found = await problems('docker.protocol.yaml', 'services:\n  web: {image: nginx}\n');
    expect(found.some((problem) => problem.startsWith('0:0 schema “services” is not a key of a protocol'))).toBe(true);
  });
});

describe('a reference', () => {
  test('to a taxonomy that is missing says so at the path', async () => {
    const found = await problems('a.protocol.yaml', protocol.replace('findings.taxonomy', 'gone.taxonomy'));
    expect(found).toEqual([expect.stringMatching(/^5:17 taxonomy-must-resolve .*gone\.taxonomy\.yaml/)]);
  });

  test('in the manner of Windows is mended', async () => {
    const found = await problems('a.protocol.yaml', protocol.replace('file: findings', 'file: .\\findings'));
    expect(found).toEqual([expect.stringMatching(/^5:17 taxonomy-must-resolve .*\//)]);
  });

  test('that leads in a circle is told so', async () => {
    const importing = (id: string, other: string) =>
      taxonomy
        .replace('taxonomy: findings', `taxonomy: ${id}`)
        .replace('labels:', `imports: [{file: ${other}, version: ^1.0.0}]\nlabels:`)
        .replaceAll('pneumothorax', `${id}-ptx`)
        .replaceAll('skin-fold', `${id}-fold`);
    await client.open('b.taxonomy.yaml', importing('b', 'a.taxonomy.yaml'));
    const found = await problems('a.taxonomy.yaml', importing('a', 'b.taxonomy.yaml'));
    expect(found.some((problem) => problem.includes('no-import-cycle'))).toBe(true);
  });
});

describe('a change', () => {
  test('with positions beyond the text, of a file that is not open, or after a close does no harm', async () => {
    await client.open('a.taxonomy.yaml', taxonomy);
    const far = { line: 9999, character: 9999 };
    await client.change('a.taxonomy.yaml', { start: far, end: far }, '  # end\n');
    await client.change('never-opened.taxonomy.yaml', { start: far, end: far }, 'x');
    expect(await client.diagnostics('a.taxonomy.yaml')).toEqual([]);
    await client.close('a.taxonomy.yaml');
    await client.change('a.taxonomy.yaml', undefined, 'x');
    expect(await client.diagnostics('a.taxonomy.yaml')).toEqual([]);
  });
});
