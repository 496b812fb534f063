import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../../../server/src/workspace/workspace';

const root = 'file:///home/guideline';
const taxonomy = (id: string, labels: string, head = '') =>
  `taxonomy: ${id}\nversion: 1.0.0\n${head}labels:\n${labels}`;

function workspaceOf(files: Record<string, string>) {
  const entries = Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]);
  return createWorkspace({ fileSystem: createMemoryFileSystem(Object.fromEntries(entries)), folders: [`${root}/`] });
}

async function taxonomyAt(workspace: ReturnType<typeof workspaceOf>, path: string): Promise<ResolvedTaxonomy> {
  const resolved = await workspace.resolve(`${root}/${path}`);
  if (resolved?.kind !== 'taxonomy') throw new Error(`${path} is no taxonomy`);
  return resolved;
}

async function protocolAt(workspace: ReturnType<typeof workspaceOf>, path: string): Promise<ResolvedProtocol> {
  const resolved = await workspace.resolve(`${root}/${path}`);
  if (resolved?.kind !== 'protocol') throw new Error(`${path} is no protocol`);
  return resolved;
}

describe('imports', () => {
  test('share one id space, across folders', async () => {
    const workspace = workspaceOf({
      'chest/a.taxonomy.yaml': taxonomy('a', '  own: {}\n', 'imports: [{file: ../anatomy/b.taxonomy.yaml}]\n'),
      'anatomy/b.taxonomy.yaml': taxonomy('b', '  lung: {}\n', 'imports: [{file: c.taxonomy.yaml}]\n'),
      'anatomy/c.taxonomy.yaml': taxonomy('c', '  lobe: {partOf: lung}\n'),
    });
    const { space } = await taxonomyAt(workspace, 'chest/a.taxonomy.yaml');
    expect([...space.labels.keys()]).toEqual(['own', 'lung', 'lobe']);
    expect(space.labels.get('lobe')?.uri).toBe(`${root}/anatomy/c.taxonomy.yaml`);
  });

  test('that lead in a circle are said to, and end', async () => {
    const workspace = workspaceOf({
      'a.taxonomy.yaml': taxonomy('a', '  one: {}\n', 'imports: [{file: b.taxonomy.yaml}]\n'),
      'b.taxonomy.yaml': taxonomy('b', '  two: {}\n', 'imports: [{file: a.taxonomy.yaml}]\n'),
    });
    const { space, imports } = await taxonomyAt(workspace, 'a.taxonomy.yaml');
    expect([...space.labels.keys()]).toEqual(['one', 'two']);
    expect(imports.map(({ cycle }) => cycle)).toEqual([true]);
  });

  test('reached twice count once', async () => {
    const workspace = workspaceOf({
      'a.taxonomy.yaml': taxonomy('a', '  one: {}\n', 'imports: [{file: b.taxonomy.yaml}, {file: c.taxonomy.yaml}]\n'),
      'b.taxonomy.yaml': taxonomy('b', '  two: {}\n', 'imports: [{file: c.taxonomy.yaml}]\n'),
      'c.taxonomy.yaml': taxonomy('c', '  three: {}\n'),
    });
    const { space, imports } = await taxonomyAt(workspace, 'a.taxonomy.yaml');
    expect([...space.labels.keys()]).toEqual(['one', 'two', 'three']);
    expect(space.collisions).toEqual([]);
    expect(imports.map(({ missing, cycle }) => [missing, cycle])).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  test.each([
    ['b.taxonomy.yaml', 'not-found'],
    ['../other/b.taxonomy.yaml', 'outside'],
    ['..\\anatomy\\b.taxonomy.yaml', 'bad-path'],
    ['/etc/passwd', 'bad-path'],
    ['http://example.org/b.taxonomy.yaml', 'bad-path'],
    ['\ud800.yaml', 'bad-path'],
    ['a\u0000.yaml', 'bad-path'],
    ['notes.txt', 'other-kind'],
    ['p.protocol.yaml', 'other-kind'],
  ])('of %s are missing: %s', async (path, missing) => {
    const workspace = workspaceOf({
      'a.taxonomy.yaml': taxonomy('a', '  one: {}\n', `imports: [{file: ${JSON.stringify(path)}}]\n`),
      'notes.txt': 'hello',
      'p.protocol.yaml': 'protocol: p\n',
    });
    const { imports } = await taxonomyAt(workspace, 'a.taxonomy.yaml');
    expect(imports.map((item) => item.missing)).toEqual([missing]);
  });
});

describe('what is open', () => {
  const files = {
    'a.taxonomy.yaml': taxonomy('a', '  one: {}\n'),
    'p.protocol.yaml': 'protocol: p\ntaxonomy: {file: a.taxonomy.yaml}\n',
  };

  test('counts before the disk, and the disk again after it is closed', async () => {
    const workspace = workspaceOf(files);
    const labels = async () => [
      ...((await protocolAt(workspace, 'p.protocol.yaml')).taxonomy?.space.labels.keys() ?? []),
    ];
    expect(await labels()).toEqual(['one']);
    workspace.open(`${root}/a.taxonomy.yaml`, taxonomy('a', '  two: {}\n'));
    expect(await labels()).toEqual(['two']);
    workspace.change(`${root}/a.taxonomy.yaml`, [
      { range: { start: { line: 3, character: 2 }, end: { line: 3, character: 5 } }, text: 'three' },
    ]);
    expect(await labels()).toEqual(['three']);
    workspace.close(`${root}/a.taxonomy.yaml`);
    expect(await labels()).toEqual(['one']);
  });

  test('is resolved again only when something it rests on changed', async () => {
    const workspace = workspaceOf(files);
    const first = await workspace.resolve(`${root}/p.protocol.yaml`);
    workspace.open(`${root}/other.taxonomy.yaml`, taxonomy('o', '  x: {}\n'));
    expect(await workspace.resolve(`${root}/p.protocol.yaml`)).toBe(first);
    workspace.open(`${root}/a.taxonomy.yaml`, taxonomy('a', '  two: {}\n'));
    expect(await workspace.resolve(`${root}/p.protocol.yaml`)).not.toBe(first);
  });

  test('is found by its dependants', async () => {
    const workspace = workspaceOf(files);
    const dependants = await workspace.dependants(`${root}/a.taxonomy.yaml`);
    expect(dependants.map(({ file }) => file.uri)).toEqual([`${root}/p.protocol.yaml`]);
    expect(await workspace.dependants(`${root}/p.protocol.yaml`)).toEqual([]);
  });
});

describe('guideline files', () => {
  test('are known by name, by first key and by a modeline; other files are not', async () => {
    const workspace = workspaceOf({
      'a.taxonomy.yaml': '',
      'deep/b.protocol.yml': '',
      'labelwright.yaml': '',
      'c.yaml': '# a comment\n---\n\ntaxonomy: c\n',
      'd.yaml':
        '# yaml-language-server: $schema=https://labelwright.dev/schemas/protocol.schema.json\nversion: 1.0.0\n',
      'e.yaml': 'services: []\n',
      'notes.md': 'taxonomy: x\n',
      'node_modules/x/f.taxonomy.yaml': '',
      '.hidden/g.taxonomy.yaml': '',
    });
    const files = await workspace.files();
    expect(files.map(({ uri, kind }) => [uri.slice(root.length + 1), kind])).toEqual([
      ['a.taxonomy.yaml', 'taxonomy'],
      ['c.yaml', 'taxonomy'],
      ['d.yaml', 'protocol'],
      ['deep/b.protocol.yml', 'protocol'],
      ['labelwright.yaml', 'config'],
    ]);
  });

  test('begin with any number of blank lines', async () => {
    const workspace = workspaceOf({
      'a.yaml': `${'\n'.repeat(500)}${' \n'.repeat(500)}taxonomy: a\n`,
      'b.yaml': `${'\r\n'.repeat(500)}services: []\n`,
      'c.yaml': `${'\n'.repeat(500)}services: []\n`,
    });
    expect((await workspace.files()).map(({ uri }) => uri)).toEqual([`${root}/a.yaml`]);
  });

  test('are there although one of them, or a configuration, cannot be read', async () => {
    const memory = createMemoryFileSystem({
      [`${root}/a.taxonomy.yaml`]: taxonomy('a', '  one: {}\n'),
      [`${root}/b.protocol.yaml`]: 'protocol: b\ntaxonomy: {file: a.taxonomy.yaml}\n',
      [`${root}/c.protocol.yaml`]: '',
    });
    const fileSystem = {
      ...memory,
      read: async (uri: string) => {
        if (/labelwright|c\.protocol/.test(uri)) throw new Error('EACCES');
        return memory.read(uri);
      },
    };
    const workspace = createWorkspace({ fileSystem, folders: [root] });
    expect(await workspace.configOf(`${root}/a.taxonomy.yaml`)).toBeUndefined();
    expect(await workspace.dependants(`${root}/a.taxonomy.yaml`)).toHaveLength(1);
  });

  test('take the configuration that is nearest above them', async () => {
    const workspace = workspaceOf({
      'labelwright.yaml': 'extends: strict\n',
      'a/b/x.taxonomy.yaml': '',
      'c/labelwright.yaml': 'extends: draft\n',
      'c/y.taxonomy.yaml': '',
    });
    const of = async (path: string) => (await workspace.configOf(`${root}/${path}`))?.file.uri;
    expect(await of('a/b/x.taxonomy.yaml')).toBe(`${root}/labelwright.yaml`);
    expect(await of('c/y.taxonomy.yaml')).toBe(`${root}/c/labelwright.yaml`);
  });

  test('that appear are seen after the workspace is told', async () => {
    const files: Record<string, string> = { [`${root}/a.taxonomy.yaml`]: '' };
    const fileSystem = {
      ...createMemoryFileSystem(files),
      read: (uri: string) => createMemoryFileSystem(files).read(uri),
      list: (uri: string) => createMemoryFileSystem(files).list(uri),
    };
    const workspace = createWorkspace({ fileSystem, folders: [root] });
    expect(await workspace.files()).toHaveLength(1);
    files[`${root}/b.taxonomy.yaml`] = '';
    workspace.invalidate([`${root}/b.taxonomy.yaml`]);
    expect(await workspace.files()).toHaveLength(2);
  });
});
