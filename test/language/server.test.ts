import { symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RenameRequest,
  WorkspaceDiagnosticRequest,
  type CodeAction,
  type Diagnostic,
  type DocumentSymbol,
  type MarkupContent,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { methods, type NewFile, type PreviewResult } from '../../server/src/requests';
import { encode } from '../images/encoders';
import { dicom, fragments, packedAs } from '../unit/annotations/images/dicomFile';
import { seg, segment } from '../unit/annotations/segFile';
import { startClient, type Client, type ClientOptions } from './client';
import { placeOf, protocol, taxonomy } from './texts';

let client: Client;
const files = { 'findings.taxonomy.yaml': taxonomy, 'reading.protocol.yaml': protocol };

async function start(options: ClientOptions = {}): Promise<void> {
  client = await startClient({ files, ...options });
}

/** A diagnostic as `line:character-line:character rule message`. */
function brief({ range, code, message }: Diagnostic): string {
  const { start: from, end: to } = range;
  return `${from.line}:${from.character}-${to.line}:${to.character} ${code} ${message}`;
}

afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

describe('the server', () => {
  test('says what it can do, and ends when it is told to', async () => {
    await start();
    expect(client.initialized.serverInfo?.name).toBe('labelwright');
    expect(Object.keys(client.initialized.capabilities).sort()).toEqual([
      'codeActionProvider',
      'codeLensProvider',
      'colorProvider',
      'completionProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentLinkProvider',
      'documentSymbolProvider',
      'hoverProvider',
      'referencesProvider',
      'renameProvider',
      'textDocumentSync',
      'workspace',
      'workspaceSymbolProvider',
    ]);
  });

  test('runs as a command of its own for other editors', async () => {
    await start({ args: ['dist/cli.js', 'lsp', '--stdio'] });
    await client.open('findings.taxonomy.yaml', taxonomy);
    expect(await client.diagnostics('findings.taxonomy.yaml')).toEqual([]);
  });

  test('mends a whole file when it is asked to', async () => {
    await start();
    expect(client.initialized.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'source.fixAll.labelwright'],
    });
    await client.open('findings.taxonomy.yaml', taxonomy.replaceAll('    name:', '    nmae:'));
    const top = { line: 0, character: 0 };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri('findings.taxonomy.yaml') },
      range: { start: top, end: top },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(actions).toMatchObject([{ title: 'Fix 2 problems in this file', kind: 'source.fixAll.labelwright' }]);
  });

  test('pushes diagnostics to a client that cannot pull them', async () => {
    await start({ capabilities: {} });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const uri = client.uri('findings.taxonomy.yaml');
    const published = (ok: (found: PublishDiagnosticsParams) => boolean) =>
      new Promise<PublishDiagnosticsParams>((done) => {
        const listener = client.connection.onNotification(PublishDiagnosticsNotification.type, (found) => {
          if (found.uri !== uri || !ok(found)) return;
          listener.dispose();
          done(found);
        });
      });
    const first = published(({ diagnostics }) => diagnostics.length > 0);
    await client.open('findings.taxonomy.yaml', taxonomy.replace('definition: A ', 'definitoin: A '));
    expect((await first).diagnostics.map(({ code }) => code)).toContain('schema');
    const mended = published(({ diagnostics }) => diagnostics.length === 0);
    await client.change('findings.taxonomy.yaml', undefined, taxonomy);
    await mended;
  });
});

describe('problems', () => {
  test('are none in good documents', async () => {
    await start();
    await client.open('findings.taxonomy.yaml', taxonomy);
    await client.open('reading.protocol.yaml', protocol);
    expect((await client.diagnostics('findings.taxonomy.yaml')).map(brief)).toEqual([]);
    expect((await client.diagnostics('reading.protocol.yaml')).map(brief)).toEqual([]);
  });

  test('of an unknown key come with a fix', async () => {
    await start();
    const text = taxonomy.replace('    definition: A fold', '    defintion: A fold');
    await client.open('findings.taxonomy.yaml', text);
    const diagnostics = await client.diagnostics('findings.taxonomy.yaml');
    const unknown = diagnostics.find(({ code }) => code === 'schema');
    expect(unknown && brief(unknown)).toBe(
      '17:4-17:13 schema “defintion” is not a key of a label. Did you mean “definition”?',
    );
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri('findings.taxonomy.yaml') },
      range: unknown?.range ?? diagnosticsExpected(),
      context: { diagnostics: unknown ? [unknown] : [] },
    })) as CodeAction[];
    const [fix] = actions.filter(({ isPreferred }) => isPreferred);
    expect(fix?.edit?.changes?.[client.uri('findings.taxonomy.yaml')]).toEqual([
      { range: unknown?.range, newText: 'definition' },
    ]);
  });

  test('of a protocol follow its taxonomy while that is edited', async () => {
    await start();
    await client.open('findings.taxonomy.yaml', taxonomy);
    await client.open('reading.protocol.yaml', protocol);
    const from = placeOf(taxonomy, 'pneumothorax:');
    const range = { start: from, end: { ...from, character: from.character + 'pneumothorax'.length } };
    await client.change('findings.taxonomy.yaml', range, 'ptx');
    const found = await client.diagnostics('reading.protocol.yaml');
    expect(found.map(({ code, range: { start } }) => `${start.line}:${start.character} ${code}`)).toEqual([
      '6:9 label-must-exist',
      '20:19 label-must-exist',
      '22:14 label-must-exist',
    ]);
  });

  test('are told once: asked again, the server says that they are the same', async () => {
    await start();
    await client.open('findings.taxonomy.yaml', taxonomy);
    const textDocument = { uri: client.uri('findings.taxonomy.yaml') };
    const first = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const previousResultId = first.resultId ?? '';
    const again = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: previousResultId });
    await client.change('findings.taxonomy.yaml', undefined, taxonomy.replace('version: 1.0.0', 'version: 1'));
    const changed = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId,
    });
    expect(changed.kind).toBe('full');
  });

  test('of files that are not open are told, too', async () => {
    await start();
    await client.open('findings.taxonomy.yaml', taxonomy.replace('  pneumothorax:', '  other:'));
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    expect(items.map(({ uri, kind }) => [uri, kind])).toEqual([[client.uri('reading.protocol.yaml'), 'full']]);
    const codes = items.flatMap((item) => (item.kind === 'full' ? item.items : [])).map(({ code }) => code);
    expect(codes).toContain('label-must-exist');
  });

  test('that an edit has overtaken are not worked out', async () => {
    await start();
    await client.open('findings.taxonomy.yaml', taxonomy);
    const textDocument = { uri: client.uri('findings.taxonomy.yaml') };
    const overtaken = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    await client.change('findings.taxonomy.yaml', undefined, taxonomy.replace('version: 1.0.0', 'version: 1'));
    await expect(overtaken).rejects.toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: { retriggerRequest: true },
    });
    expect((await client.diagnostics('findings.taxonomy.yaml')).map(({ code }) => code)).toEqual(['schema']);
  });

  test('follow files that change on the disk', async () => {
    await start();
    await client.open('reading.protocol.yaml', protocol);
    expect(await client.diagnostics('reading.protocol.yaml')).toEqual([]);
    const uri = client.uri('findings.taxonomy.yaml');
    await writeFile(
      fileURLToPath(uri),
      taxonomy.replaceAll('skin-fold', 'fold').replace('  pneumothorax:', '  other:'),
    );
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
    expect((await client.diagnostics('reading.protocol.yaml')).map(({ code }) => code)).toContain('label-must-exist');
  });
});

function diagnosticsExpected(): never {
  throw new Error('a diagnostic was expected');
}

describe('at a place', () => {
  test('completion offers the labels of the taxonomy', async () => {
    await start();
    const text = protocol.replace('labels: [pneumothorax]', 'labels: [s]');
    await client.open('reading.protocol.yaml', text);
    const result = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri('reading.protocol.yaml') },
      position: placeOf(text, 'labels: [s]', 'labels: [s'.length),
    });
    const items = Array.isArray(result) ? result : (result?.items ?? []);
    expect(items.map(({ label }) => label)).toEqual(['pneumothorax', 'skin-fold']);
  });

  test('completion offers the keys of a label that are not there yet', async () => {
    await start();
    const text = `${taxonomy}    \n`;
    await client.open('findings.taxonomy.yaml', text);
    const result = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri('findings.taxonomy.yaml') },
      position: { line: taxonomy.split('\n').length - 1, character: 4 },
    });
    const labels = (Array.isArray(result) ? result : (result?.items ?? [])).map(({ label }) => label);
    expect(labels).toContain('exclude');
    expect(labels).not.toContain('definition');
    expect(labels).not.toContain('workflow');
  });

  test('hover explains a key and a label', async () => {
    await start();
    await client.open('reading.protocol.yaml', protocol);
    const hover = async (part: string, offset: number) => {
      const found = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: client.uri('reading.protocol.yaml') },
        position: placeOf(protocol, part, offset),
      });
      return (found?.contents as MarkupContent).value;
    };
    expect(await hover('labels: [pneumothorax]', 12)).toContain('Air in the pleural space.');
    expect(await hover('unit: image', 1)).toMatch(/unit/i);
  });

  test('definition, references and rename of a label go across files', async () => {
    await start();
    await client.open('reading.protocol.yaml', protocol);
    const at = {
      textDocument: { uri: client.uri('reading.protocol.yaml') },
      position: placeOf(protocol, '[pneumothorax]', 3),
    };
    const definition = await client.connection.sendRequest(DefinitionRequest.type, at);
    const key = { start: { line: 6, character: 2 }, end: { line: 6, character: 14 } };
    expect(JSON.stringify(definition)).toContain(client.uri('findings.taxonomy.yaml'));
    expect(JSON.stringify(definition)).toContain(JSON.stringify(key));

    const references = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at,
      context: { includeDeclaration: true },
    });
    expect(
      references
        ?.map(({ uri, range }) => `${uri.split('/').pop()} ${range.start.line}:${range.start.character}`)
        .sort(),
    ).toEqual([
      'findings.taxonomy.yaml 6:2',
      'reading.protocol.yaml 20:19',
      'reading.protocol.yaml 22:14',
      'reading.protocol.yaml 6:9',
    ]);

    expect(await client.connection.sendRequest(PrepareRenameRequest.type, at)).toMatchObject({
      placeholder: 'pneumothorax',
    });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'ptx' });
    const edits = Object.entries(edit?.changes ?? {}).flatMap(([uri, list]) =>
      list.map(
        ({ range, newText }) => `${uri.split('/').pop()} ${range.start.line}:${range.start.character} ${newText}`,
      ),
    );
    expect(edits.sort()).toEqual([
      'findings.taxonomy.yaml 6:2 ptx',
      'reading.protocol.yaml 20:19 ptx',
      'reading.protocol.yaml 22:14 ptx',
      'reading.protocol.yaml 6:9 ptx',
    ]);
    await expect(client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'Not an id' })).rejects.toThrow(
      /lower-case/,
    );
  });

  test('symbols show the labels', async () => {
    await start();
    await client.open('findings.taxonomy.yaml', taxonomy);
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: client.uri('findings.taxonomy.yaml') },
    })) as DocumentSymbol[];
    const names = JSON.stringify(symbols);
    expect(names).toContain('pneumothorax');
    expect(names).toContain('skin-fold');
  });
});

describe('beyond LSP', () => {
  test('a new guideline has no problems', async () => {
    await start({ files: {} });
    const texts = await client.connection.sendRequest<NewFile[]>(methods.newGuideline, { title: 'Köpfe: #1 & more' });
    expect(texts.map(({ name }) => name)).toEqual([
      expect.stringMatching(/\.taxonomy\.yaml$/),
      expect.stringMatching(/\.protocol\.yaml$/),
    ]);
    for (const { name, text } of texts) await client.open(name, text);
    for (const { name } of texts) expect((await client.diagnostics(name)).map(brief)).toEqual([]);
  });

  test('a preview gives labels with colours and places, and samples', async () => {
    const samples = `samples:\n  one: {image: samples/one.png, shows: [pneumothorax], kind: typical}\n  out: {image: ../../etc/passwd, kind: typical, shows: [pneumothorax]}\n`;
    await start({ files: { ...files, 'reading.protocol.yaml': protocol + samples, 'samples/one.png': 'x' } });
    const preview = await client.connection.sendRequest<PreviewResult>(methods.preview, {
      uri: client.uri('findings.taxonomy.yaml'),
    });
    expect(preview.labels.map(({ id, color }) => [id, color])).toEqual([
      ['pneumothorax', '#e4572e'],
      ['skin-fold', undefined],
    ]);
    expect(preview.samples.map(({ id, image, problems }) => [id, image, problems.length])).toEqual([
      ['one', client.uri('samples/one.png'), 0],
      ['out', undefined, 1],
    ]);
  });

  test('a link that leads out of the folder is no image, and no annotations', async () => {
    const samples = 'samples:\n  one: {image: link.png, annotations: link.json, shows: [pneumothorax]}\n';
    await start({ files: { ...files, 'reading.protocol.yaml': protocol + samples } });
    for (const name of ['link.png', 'link.json']) {
      await symlink(fileURLToPath(import.meta.url), fileURLToPath(client.uri(name)));
    }
    const { samples: shown } = await client.connection.sendRequest<PreviewResult>(methods.preview, {
      uri: client.uri('reading.protocol.yaml'),
    });
    expect(shown.map(({ image, annotations, problems }) => ({ image, annotations, problems }))).toEqual([
      { problems: ['There is no file ‘link.png’.', 'There is no file ‘link.json’.'] },
    ]);
  });

  test('of a sample whose mask is packed as images are', async () => {
    const values = Array.from({ length: 32 * 32 }, (_, i) => i % 2);
    const image = { width: 32, height: 32, components: 1, bits: 8, signed: false, values } as const;
    const packed = {
      '00280010': ['US', [32]],
      '00280011': ['US', [32]],
      '7fe00010': ['OB', fragments([await encode('JPEG-LS', image)])],
    } as const;
    const mask = dicom(
      seg('LABELMAP', [segment(1, 'lump')], [{ z: 0 }], [], packed),
      packedAs('1.2.840.10008.1.2.4.80'),
    );
    const samples = 'samples:\n  one: {image: one.png, annotations: mask.dcm, shows: [pneumothorax]}\n';
    const text = protocol + samples;
    await start({ files: { ...files, 'reading.protocol.yaml': text, 'one.png': 'x', 'mask.dcm': mask } });
    await client.open('reading.protocol.yaml', text);
    await expect
      .poll(async () => (await client.diagnostics('reading.protocol.yaml')).map(({ message }) => message), {
        timeout: 20_000,
      })
      .toContain(
        '“mask.dcm” has annotations of “lump”, which is no label of the taxonomy. Rename it, or give the label an alias.',
      );
  });
});
