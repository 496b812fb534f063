import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageVsix } from '../../scripts/vscode/vsix.mjs';
import { protocol, taxonomy } from '../language/texts';
import { createRepository, type Repository } from './repository';

const projectRoot = join(import.meta.dirname, '../..');
let repository: Repository;

beforeEach(() => {
  repository = createRepository();
});
afterEach(() => repository.remove());

interface CheckReport {
  schemaVersion: number;
  files: number;
  problems: {
    file: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    severity: string;
    rule: string;
    message: string;
    docs: string;
  }[];
  counts: Record<string, number>;
}

interface DiffReport {
  schemaVersion: number;
  from: string;
  to: string;
  bump: string;
  levels: Record<string, number>;
  changes: Record<string, unknown>[];
}

describe('check', () => {
  test('of good guidelines ends with 0', async () => {
    repository.write('findings.taxonomy.yaml', taxonomy);
    repository.write('reading.protocol.yaml', protocol);
    const { code, out } = await repository.run(['check', '.', '--format', 'json']);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      files: 2,
      problems: [],
      counts: { error: 0, warning: 0, info: 0, hint: 0 },
    });
    expect(code).toBe(0);
  });

  test('of the example ends with 0 and is silent', async () => {
    mkdirSync(join(repository.folder, 'example'));
    cpSync(join(projectRoot, 'examples/chest-xray'), join(repository.folder, 'example'), { recursive: true });
    repository.commit('The example');
    const { code, out } = await repository.run(['check', 'example', '--format', 'json']);
    expect((JSON.parse(out) as CheckReport).problems).toEqual([]);
    expect(code).toBe(0);
  });

  test('of a mistake gives its place, from 1, and ends with 1', async () => {
    repository.write('a b/findings.taxonomy.yaml', taxonomy.replace('    definition: A fold', '    defintion: A fold'));
    const { code, out } = await repository.run(['check', 'a b', '--format', 'json']);
    const report = JSON.parse(out) as CheckReport;
    expect(report.problems.find(({ rule }) => rule === 'schema')).toEqual({
      file: 'a b/findings.taxonomy.yaml',
      line: 18,
      column: 5,
      endLine: 18,
      endColumn: 14,
      severity: 'error',
      rule: 'schema',
      message: '“defintion” is not a key of a label. Did you mean “definition”?',
      docs: 'docs/rules/schema.md',
    });
    expect(code).toBe(1);
    const text = await repository.run(['check', 'a b/findings.taxonomy.yaml']);
    expect(text.out).toContain('a b/findings.taxonomy.yaml');
    expect(text.out).toContain('18:5');
    expect(text.out).toContain('Did you mean “definition”?');
    expect(text.code).toBe(1);
  });

  test('sorts by file, line, column and rule, and counts each file once', async () => {
    repository.write('b.taxonomy.yaml', taxonomy.replace('version: 1.0.0', 'version: 1.0'));
    repository.write(
      'a.taxonomy.yaml',
      taxonomy.replace('status: draft', 'status: done').replace('language: en', 'language: English'),
    );
    const { out } = await repository.run(['check', 'b.taxonomy.yaml', '.', '--format=json']);
    const report = JSON.parse(out) as CheckReport;
    expect(report.files).toBe(2);
    expect(report.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'a.taxonomy.yaml:4',
      'a.taxonomy.yaml:5',
      'b.taxonomy.yaml:2',
    ]);
    expect(report.counts).toEqual({ error: 3, warning: 0, info: 0, hint: 0 });
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty.taxonomy.yaml', '', /^schema This file is empty/],
    ['notes.txt', 'Hello.', /^schema This file is no guideline/],
    [
      'binary.taxonomy.yaml',
      Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256),
      /^yaml This file holds characters/,
    ],
    ['tabs.taxonomy.yaml', 'taxonomy: a\nlabels:\n\ta: {}\n', /^yaml A tab stands here/],
    ['cut.taxonomy.yaml', Buffer.from(taxonomy).subarray(0, 200), /./],
  ])('of %s ends with 1 and a clear message', async (name, content, message) => {
    repository.write(name, content);
    const { code, out, err } = await repository.run(['check', name, '--format', 'json']);
    const [first] = (JSON.parse(out) as CheckReport).problems;
    expect(`${first?.rule} ${first?.message}`).toMatch(message);
    expect(code).toBe(1);
    expect(err).toBe('');
  });

  test('reads UTF-16, byte order marks and CR LF', async () => {
    repository.write('bom.taxonomy.yaml', `\ufeff${taxonomy}`);
    repository.write('utf16.taxonomy.yaml', Buffer.from(`\ufeff${taxonomy}`, 'utf16le'));
    repository.write('crlf.taxonomy.yaml', taxonomy.replaceAll('\n', '\r\n'));
    const { code, out } = await repository.run(['check', '.', '--format', 'json']);
    expect((JSON.parse(out) as CheckReport).problems).toEqual([]);
    expect(code).toBe(0);
  });

  test.each([
    [['check', 'gone.yaml'], 'There is no file or folder “gone.yaml”.'],
    [['check', '.'], 'There is no guideline in “.”.'],
    [['check'], 'Name the files or folders to check'],
    [['check', '.', '--format', 'xml'], 'Allowed choices are text, json'],
    [['chek', '.'], 'unknown command'],
  ])('%j is an unusable call', async (args, message) => {
    const text = await repository.run(args);
    expect(text.code).toBe(2);
    expect(text.err).toContain(message);
    expect(text.out).toBe('');
    if (args.includes('--format')) return;
    const json = await repository.run([...args, '--format', 'json']);
    expect(json.code).toBe(2);
    expect((JSON.parse(json.out) as { error: string }).error).toContain(message);
  });

  test('is not misled by what stands at the name of a configuration, or of a sample', async () => {
    mkdirSync(join(repository.folder, 'labelwright.yaml'));
    execFileSync('mkfifo', [join(repository.folder, 'pipe.png')]);
    repository.write('findings.taxonomy.yaml', taxonomy);
    const sample = 'samples:\n  one: {image: pipe.png, kind: typical, shows: [pneumothorax]}\n';
    repository.write('reading.protocol.yaml', protocol + sample);
    const { code, out } = await repository.run(['check', '.', '--format', 'json']);
    expect((JSON.parse(out) as CheckReport).problems.map(({ rule }) => rule)).toContain('sample-file-must-exist');
    expect(code).toBe(1);
  });

  test('does not read what lies outside the repository, and says so', async () => {
    repository.write('a/.git/HEAD', 'ref: refs/heads/main\n');
    repository.write('outside.taxonomy.yaml', taxonomy);
    repository.write('a/reading.protocol.yaml', protocol.replace('findings.taxonomy.yaml', '../outside.taxonomy.yaml'));
    const { code, out } = await repository.run(['check', 'reading.protocol.yaml', '--format', 'json'], 'a');
    const { problems } = JSON.parse(out) as CheckReport;
    expect(problems.map(({ rule }) => rule)).toContain('taxonomy-must-resolve');
    expect(code).toBe(1);
  });
});

describe('diff', () => {
  test('of two files', async () => {
    repository.write('old.taxonomy.yaml', taxonomy);
    repository.write(
      'new.taxonomy.yaml',
      taxonomy.replace('geometry: [mask, polygon]\n    confused', 'geometry: [mask]\n    confused'),
    );
    const { code, out } = await repository.run(['diff', 'old.taxonomy.yaml', 'new.taxonomy.yaml', '--format', 'json']);
    const report = JSON.parse(out) as DiffReport;
    expect(code).toBe(0);
    expect([report.schemaVersion, report.from, report.to, report.bump]).toEqual([
      1,
      'old.taxonomy.yaml',
      'new.taxonomy.yaml',
      'major',
    ]);
    expect(report.levels).toEqual({ breaking: 1, review: 0, quality: 0, additive: 0, editorial: 0 });
    expect(report.changes).toEqual([
      {
        id: 'geometry-withdrawn',
        level: 'breaking',
        remedy: 'migrate',
        guideline: 0,
        subject: 'pneumothorax',
        path: '/labels/pneumothorax/geometry/1',
        message: 'The geometry “polygon” is no longer allowed for “Pneumothorax”.',
        reason: 'Annotations of this kind are not allowed any more.',
        before: 'polygon',
        after: null,
        from: { file: 'old.taxonomy.yaml', line: 11, column: 22 },
        to: null,
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    ]);
  });

  test('of revisions, from the top and from a folder below it', async () => {
    repository.write('guide/findings.taxonomy.yaml', taxonomy);
    repository.commit('One');
    repository.git('tag', 'v1');
    repository.write(
      'guide/findings.taxonomy.yaml',
      taxonomy.replace('Air in the pleural space.', 'Gas in the pleural space, of any size.'),
    );
    repository.commit('Two');
    const calls: [string[], string?][] = [
      [['v1:guide/findings.taxonomy.yaml', 'HEAD:guide/findings.taxonomy.yaml']],
      [['HEAD~1:guide/findings.taxonomy.yaml', 'guide/findings.taxonomy.yaml']],
      [['v1:findings.taxonomy.yaml', 'findings.taxonomy.yaml'], 'guide'],
      [['HEAD@{1}:guide/findings.taxonomy.yaml', 'guide/findings.taxonomy.yaml']],
      [['v1:guide/findings.taxonomy.yaml', 'HEAD:guide/findings.taxonomy.yaml'], 'guide'],
    ];
    const fingerprints = new Set<unknown>();
    for (const [args, below] of calls) {
      const { code, out } = await repository.run(['diff', ...args, '--format', 'json'], below);
      const report = JSON.parse(out) as DiffReport;
      expect([code, report.bump, report.levels.review, report.changes.length]).toEqual([0, 'minor', 1, 1]);
      expect(report.from).toBe(args[0]);
      fingerprints.add(report.changes[0]?.fingerprint);
    }
    expect(fingerprints.size).toBe(1);
    const text = await repository.run(['diff', 'v1:guide/findings.taxonomy.yaml', 'guide/findings.taxonomy.yaml']);
    expect(text.out).toContain('Pneumothorax');
    expect(text.out).toMatch(/review/i);
    expect(text.out).toMatch(/minor/);
  });

  test('of white space, comments and order is empty', async () => {
    repository.write('a.taxonomy.yaml', taxonomy);
    const [head = '', labels = ''] = taxonomy.split('labels:\n');
    const [, first = '', second = ''] = /^( {2}pneumothorax:.*?)( {2}skin-fold:\n.*)$/s.exec(labels) ?? [];
    repository.write(
      'b.taxonomy.yaml',
      `# A comment\n${head}\nlabels:\n${second}\n\n${first.replace("'#e4572e'", '"#e4572e"')}`,
    );
    const { code, out } = await repository.run(['diff', 'a.taxonomy.yaml', 'b.taxonomy.yaml', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ bump: 'none', changes: [] });
    expect(code).toBe(0);
  });

  test('of a version with mistakes says so, and goes on with what it can read', async () => {
    repository.write('a.taxonomy.yaml', taxonomy);
    repository.write(
      'b.taxonomy.yaml',
      taxonomy.replace('name: Skin fold', 'name: "Skin fold').replace("'#e4572e'", "'#e4572f'"),
    );
    const { code, out, err } = await repository.run(['diff', 'a.taxonomy.yaml', 'b.taxonomy.yaml', '--format', 'json']);
    expect(code).toBe(0);
    expect(err).toMatch(/^labelwright: .*new version.*\n$/);
    expect((JSON.parse(out) as DiffReport).changes.map(({ id }) => id)).toContain('color-changed');
  });

  test.each([
    [['diff', 'a.taxonomy.yaml', 'gone.yaml'], 'There is no file or folder “gone.yaml”.'],
    [['diff', 'nope:a.taxonomy.yaml', 'a.taxonomy.yaml'], 'There is no revision “nope”.'],
    [['diff', 'HEAD:gone.yaml', 'a.taxonomy.yaml'], 'There is no file or folder “gone.yaml” at revision “HEAD”.'],
    [['diff', 'a.taxonomy.yaml', 'p.protocol.yaml'], 'Compare two of one kind.'],
    [['diff', 'a.taxonomy.yaml', 'notes.txt'], 'is no guideline: its name does not end in .taxonomy.yaml'],
    [['diff', '.', 'a.taxonomy.yaml'], 'is a folder'],
  ])('%j is an unusable call', async (args, message) => {
    repository.write('a.taxonomy.yaml', taxonomy);
    repository.write('p.protocol.yaml', protocol);
    repository.write('notes.txt', 'Hello.');
    repository.commit('One');
    const { code, out } = await repository.run([...args, '--format', 'json']);
    expect((JSON.parse(out) as { error: string }).error).toContain(message);
    expect(code).toBe(2);
    const text = await repository.run(args);
    expect(text.err).toContain(message);
    expect(text.code).toBe(2);
  });
});

test('a link that leads out of the repository is not followed', async () => {
  repository.write('inside/.git/HEAD', 'ref: refs/heads/main\n');
  repository.write('findings.taxonomy.yaml', taxonomy);
  repository.write('inside/reading.protocol.yaml', protocol);
  symlinkSync(
    join(repository.folder, 'findings.taxonomy.yaml'),
    join(repository.folder, 'inside/findings.taxonomy.yaml'),
  );
  const { code, out } = await repository.run(['check', 'inside/reading.protocol.yaml', '--format', 'json']);
  expect((JSON.parse(out) as CheckReport).problems.map(({ rule }) => rule)).toEqual(['taxonomy-must-resolve']);
  expect(code).toBe(1);
});

test('outside every repository, files beside each other are found', async () => {
  rmSync(join(repository.folder, '.git'), { recursive: true });
  repository.write('findings.taxonomy.yaml', taxonomy);
  repository.write('reading.protocol.yaml', protocol);
  const check = await repository.run(['check', 'reading.protocol.yaml']);
  expect([check.code, check.err]).toEqual([0, '']);
  const diff = await repository.run(['diff', 'findings.taxonomy.yaml', 'findings.taxonomy.yaml']);
  expect([diff.code, diff.err]).toEqual([0, '']);
});

/** What must not be in a package: sources, tests, dependencies. */
const foreign = /^(client|server|test|scripts|node_modules|examples|artifacts)\/|\.ts$|\.map$/;

describe('the package', () => {
  test('packed and installed elsewhere, checks a guideline', async () => {
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', repository.folder];
    const packed = execFileSync('npm', pack, { cwd: projectRoot, encoding: 'utf8' });
    const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
    expect(files.map(({ path }) => path).filter((path) => foreign.test(path))).toEqual([]);
    const elsewhere = join(repository.folder, 'elsewhere');
    repository.write('elsewhere/package.json', '{"private": true}');
    repository.write('elsewhere/findings.taxonomy.yaml', taxonomy);
    const install = ['install', '--offline', '--no-audit', '--no-fund', join('..', filename)];
    execFileSync('npm', install, { cwd: elsewhere, stdio: 'pipe' });
    const command = join(elsewhere, 'node_modules/.bin/labelwright');
    const out = execFileSync(command, ['check', 'findings.taxonomy.yaml', '--format', 'json'], {
      cwd: elsewhere,
      encoding: 'utf8',
    });
    expect(JSON.parse(out)).toMatchObject({ files: 1, problems: [] });
    const page = execFileSync(command, ['explain', 'label-must-exist'], { cwd: elsewhere, encoding: 'utf8' });
    expect(page).toMatch(/^label-must-exist\n/);
  });

  test('as an extension is under 6 MB and holds what it needs only', async () => {
    const path = join(repository.folder, 'labelwright.vsix');
    await packageVsix(path);
    expect(statSync(path).size).toBeLessThan(6_000_000);
    const files = await listFiles({ cwd: projectRoot, packageManager: PackageManager.None });
    expect(files.filter((file) => foreign.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['dist/client.js', 'dist/server.js', 'dist/webview/preview.js', 'README.md']),
    );
  });
});
