import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { protocol, taxonomy } from '../language/texts';
import { cli, createRepository, type Repository } from './repository';

const projectRoot = join(import.meta.dirname, '../..');
let repository: Repository;

beforeEach(() => {
  repository = createRepository();
});
afterEach(() => repository.remove());

const misspelt = taxonomy.replace('    definition: A fold', '    defintion: A fold');
const approved = taxonomy.replace('status: draft', 'status: approved');
/** It asks for a minor version. */
const changed = approved.replace('in the pleural space.', 'in the pleural space, of at least 2 mm.');
const read = (path: string) => readFileSync(join(repository.folder, path), 'utf8');
/** The places and rules of the problems in JSON. */
function places(out: string): string[] {
  const { problems } = JSON.parse(out) as {
    problems: { file: string; line: number; severity: string; rule: string }[];
  };
  return problems.map(({ file, line, severity, rule }) => `${file}:${line} ${severity} ${rule}`);
}

describe('paths', () => {
  beforeEach(() => {
    repository.write('a.taxonomy.yaml', misspelt);
    repository.write('drafts/old/b.taxonomy.yaml', misspelt);
    repository.write('published/c.taxonomy.yaml', misspelt);
  });
  const all = ['a.taxonomy.yaml', 'drafts/old/b.taxonomy.yaml', 'published/c.taxonomy.yaml'];

  test.each<[string[], string[]]>([
    [['**/*.taxonomy.yaml'], all],
    [['*.taxonomy.yaml'], all.slice(0, 1)],
    [['drafts/**'], all.slice(1, 2)],
    [['./*/c.*'], all.slice(2)],
    [
      ['.', '--exclude', 'drafts'],
      [all[0] ?? '', all[2] ?? ''],
    ],
    [['.', '--exclude', 'drafts/', '--exclude', 'a.*'], all.slice(2)],
    [
      ['.', '--exclude', '**/old/**'],
      [all[0] ?? '', all[2] ?? ''],
    ],
  ])('%j', async (args, expected) => {
    const { out } = await repository.run(['check', ...args, '--format', 'json']);
    expect([...new Set(places(out).map((place) => place.split(':')[0]))]).toEqual(expected);
  });

  test.each([
    [['x/**'], 'There is no guideline whose path fits “x/**”.'],
    [['drafts', '--exclude', 'drafts'], 'All guidelines that were named are excluded'],
    [['.', '--rule', 'shema=off'], 'There is no rule “shema”. Did you mean “schema”?'],
    [['.', '--rule', 'schema=fatal'], '“--rule schema=fatal” sets no level.'],
    [['.', '--max-warnings', 'few'], '--max-warnings takes a whole number'],
    [['.', '--stdin', '--stdin-filename', 'x.taxonomy.yaml'], 'With --stdin no other file is checked'],
    [['--stdin'], 'Say with --stdin-filename which file'],
    [['a.taxonomy.yaml', '--stdin-filename', 'x'], '--stdin-filename goes with --stdin.'],
    [['.', '--annotations', 'a.taxonomy.yaml'], 'With --annotations, name one guideline'],
    [['a.taxonomy.yaml', '--annotations', 'gone.json'], 'There is no file or folder “gone.json”.'],
    [['a.taxonomy.yaml', '--annotations', 'drafts'], 'There are no annotations in “drafts” that can be read: COCO,'],
  ])('%j is an unusable call', async (args, message) => {
    const { code, out, err } = await repository.run(['check', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('what counts', () => {
  const withoutDefinition = taxonomy.replace(
    '    definition: A fold of the skin that looks like a pleural line.\n',
    '',
  );

  test('levels of the command go before those of the configuration, and warnings can be too many', async () => {
    repository.write('a.taxonomy.yaml', withoutDefinition);
    expect(withoutDefinition).not.toBe(taxonomy);
    const check = async (...args: string[]) => {
      const { code, err } = await repository.run(['check', '.', ...args]);
      return [code, err];
    };
    expect(await check()).toEqual([0, '']);
    expect(await check('--max-warnings', '1')).toEqual([0, '']);
    expect(await check('--max-warnings', '0')).toEqual([1, 'labelwright: more warnings (1) than allowed (0).\n']);
    expect(await check('--max-warnings', '0', '--rule', 'label-needs-definition=info')).toEqual([0, '']);
    expect(await check('--rule', 'label-needs-definition=error')).toEqual([1, '']);
    repository.write('labelwright.yaml', 'extends: strict\n');
    expect(await check()).toEqual([1, '']);
    expect(await check('--rule=label-needs-definition=hint')).toEqual([0, '']);
  });

  test('folders, waivers and comments are as in the editor', async () => {
    const label = '\n  skin-fold:\n    name';
    const comment = `\n  # labelwright-disable-next-line label-needs-definition: Known.${label}`;
    repository.write('drafts/a.taxonomy.yaml', withoutDefinition);
    repository.write('b.taxonomy.yaml', withoutDefinition);
    repository.write('c.taxonomy.yaml', withoutDefinition.replace(label, comment));
    repository.write('d.taxonomy.yaml', taxonomy.replace(label, comment));
    const waiver = 'rule: label-needs-definition, reason: Known.';
    repository.write(
      'labelwright.yaml',
      `overrides:\n  drafts/: {extends: draft}\nwaivers:\n  - {${waiver}, at: b.taxonomy.yaml}\n  - {${waiver}, at: d.taxonomy.yaml}\n`,
    );
    const { out } = await repository.run(['check', '.', '--format', 'json']);
    expect(places(out)).toEqual([
      'd.taxonomy.yaml:16 warning waiver-without-effect',
      'labelwright.yaml:5 warning waiver-without-effect',
    ]);
    const alone = await repository.run(['check', 'labelwright.yaml', '--format', 'json']);
    expect(places(alone.out)).toEqual(['labelwright.yaml:5 warning waiver-without-effect']);
    await repository.run(['check', '.', '--fix']);
    expect(read('d.taxonomy.yaml')).toBe(taxonomy);
    expect(read('labelwright.yaml')).not.toContain('d.taxonomy.yaml');
    const after = await repository.run(['check', '.', '--max-warnings', '0']);
    expect([after.code, after.out]).toEqual([0, 'No problems in 5 files.\n']);
  });

  test('the text on the standard input is checked as the file that it is to become', async () => {
    repository.write('findings.taxonomy.yaml', taxonomy);
    repository.write('labelwright.yaml', 'overrides: {new/: {rules: {taxonomy-must-resolve: hint}}}\n');
    const args = ['check', '--stdin', '--format', 'json', '--stdin-filename'];
    const good = await repository.run([...args, 'reading.protocol.yaml'], '.', protocol);
    expect([good.code, places(good.out)]).toEqual([0, []]);
    const moved = await repository.run([...args, 'new/reading.protocol.yaml'], '.', protocol);
    expect(places(moved.out)).toContain('new/reading.protocol.yaml:6 hint taxonomy-must-resolve');
    const broken = await repository.run([...args, 'findings.taxonomy.yaml'], '.', misspelt);
    expect(places(broken.out)).toContain('findings.taxonomy.yaml:18 error schema');
    expect(read('findings.taxonomy.yaml')).toBe(taxonomy);
  });
});

describe('--fix', () => {
  test('mends what is surely meant, in each encoding, and keeps all else', async () => {
    const utf16 = Buffer.from(`\ufeff${misspelt}`, 'utf16le');
    repository.write('a.taxonomy.yaml', misspelt.replaceAll('\n', '\r\n'));
    repository.write('b.taxonomy.yaml', utf16);
    repository.write('c.taxonomy.yaml', `\ufeff${misspelt}`);
    repository.write('d.taxonomy.yaml', taxonomy);
    const before = statSync(join(repository.folder, 'd.taxonomy.yaml')).mtimeMs;
    const { code, out } = await repository.run(['check', '.', '--fix']);
    expect([code, out]).toEqual([0, 'No problems in 4 files.\n3 problems were fixed.\n']);
    expect(read('a.taxonomy.yaml')).toBe(taxonomy.replaceAll('\n', '\r\n'));
    expect(readFileSync(join(repository.folder, 'b.taxonomy.yaml'))).toEqual(
      Buffer.from(`\ufeff${taxonomy}`, 'utf16le'),
    );
    expect(read('c.taxonomy.yaml')).toBe(`\ufeff${taxonomy}`);
    expect(statSync(join(repository.folder, 'd.taxonomy.yaml')).mtimeMs).toBe(before);
    expect(
      repository
        .git('status', '--short')
        .split('\n')
        .filter((line) => line.includes('.tmp')),
    ).toEqual([]);
  });

  test('writes through a link, and keeps who may use the file', async () => {
    repository.write('real/a.taxonomy.yaml', misspelt);
    symlinkSync('real/a.taxonomy.yaml', join(repository.folder, 'b.taxonomy.yaml'));
    const mode = statSync(join(repository.folder, 'real/a.taxonomy.yaml')).mode;
    await repository.run(['check', 'b.taxonomy.yaml', '--fix']);
    expect(read('real/a.taxonomy.yaml')).toBe(taxonomy);
    expect(statSync(join(repository.folder, 'real/a.taxonomy.yaml')).mode).toBe(mode);
  });

  test('leaves a file alone whose characters it would lose', async () => {
    const bytes = Buffer.concat([Buffer.from(misspelt), Buffer.from('# caf\xe9\n', 'latin1')]);
    repository.write('a.taxonomy.yaml', bytes);
    const { code } = await repository.run(['check', '.', '--fix']);
    expect(code).toBe(1);
    expect(readFileSync(join(repository.folder, 'a.taxonomy.yaml'))).toEqual(bytes);
  });

  test('does not raise versions', async () => {
    repository.write('a.taxonomy.yaml', approved);
    repository.commit('One');
    repository.write('a.taxonomy.yaml', changed);
    await repository.run(['check', '.', '--fix']);
    expect(read('a.taxonomy.yaml')).toBe(changed);
  });
});

test('a version is compared with the last one that was approved', async () => {
  const told = async () => places((await repository.run(['check', '.', '--format', 'json'])).out);
  const bump = ['a.taxonomy.yaml:2 warning changed-without-version-bump'];
  repository.write('a.taxonomy.yaml', approved);
  repository.commit('Approved');
  expect(await told()).toEqual([]);
  repository.write('a.taxonomy.yaml', changed);
  expect(await told()).toEqual(bump);
  // As in CI: what is checked is what was committed.
  repository.commit('Changed');
  expect(await told()).toEqual(bump);
  repository.write('a.taxonomy.yaml', changed.replace('approved', 'review').replace('1.0.0', '1.1.0'));
  repository.commit('The next version');
  repository.write(
    'a.taxonomy.yaml',
    changed.replace('approved', 'review').replace('1.0.0', '1.1.0').replace('Air', 'Gas'),
  );
  expect(await told()).toEqual([]);
  expect((await repository.run(['check', '.'])).err).toBe('');
});

test('a clone without the earlier commits is told of, since nothing can be compared with them', async () => {
  repository.write('a.taxonomy.yaml', approved);
  repository.commit('Approved');
  repository.write('a.taxonomy.yaml', changed);
  repository.commit('Changed');
  repository.git('clone', '--quiet', '--depth=1', pathToFileURL(repository.folder).toString(), 'clone');
  const { code, out, err } = await repository.run(['check', '.'], 'clone');
  expect({ code, out, err }).toEqual({
    code: 0,
    out: 'No problems in 1 file.\n',
    err: 'labelwright: This clone holds only the latest commits; get the others with `git fetch --unshallow`. Versions were compared with what it holds. In GitHub Actions, check out with `fetch-depth: 0`.\n',
  });
});

test('SARIF and GitHub name files from the top of the repository', async () => {
  repository.write('guide/a.taxonomy.yaml', misspelt);
  const sarif = await repository.run(['check', '.', '--format', 'sarif'], 'guide');
  const { runs } = JSON.parse(sarif.out) as { runs: { results: { locations: unknown[] }[] }[] };
  expect(runs[0]?.results.map(({ locations }) => locations[0])).toMatchObject([
    { physicalLocation: { artifactLocation: { uri: 'guide/a.taxonomy.yaml' }, region: { startLine: 16 } } },
    { physicalLocation: { artifactLocation: { uri: 'guide/a.taxonomy.yaml' }, region: { startLine: 18 } } },
  ]);
  const github = await repository.run(['check', '.', '--format', 'github'], 'guide');
  expect(github.out).toMatch(/^::error file=guide\/a\.taxonomy\.yaml,line=18,/m);
});

describe('annotations', () => {
  const coco = (label: string, box = [10, 10, 20, 20]) =>
    JSON.stringify({
      images: [{ id: 1, file_name: 'one.png', width: 100, height: 100 }],
      categories: [{ id: 1, name: label }],
      annotations: [{ id: 1, image_id: 1, category_id: 1, segmentation: [[...box, 10, 30]], attributes: {} }],
    });

  test('are checked against the guideline, and it says how many', async () => {
    repository.write('findings.taxonomy.yaml', taxonomy);
    repository.write('data/good.json', coco('pneumothorax'));
    repository.write('data/more/bad.json', coco('tumour', [90, 10, 120, 20]));
    repository.write('data/package.json', '{}');
    const args = ['check', 'findings.taxonomy.yaml', '--annotations', 'data'];
    const { code, out } = await repository.run([...args, '--format', 'json']);
    const report = JSON.parse(out) as {
      problems: { file: string; line: number; column: number; message: string }[];
      annotations: unknown;
    };
    expect(code).toBe(1);
    expect(report.annotations).toEqual({ files: 2, images: 2, annotations: 2 });
    expect(report.problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'data/more/bad.json: “bad.json” has annotations of “tumour”, which is no label of the taxonomy. Rename it, or give the label an alias.',
      'data/more/bad.json: “bad.json” has 1 annotation outside the image of 100 × 100 pixels.',
    ]);
    // The place of the first annotation that is wrong.
    const column = coco('tumour').indexOf('{"id":1,"image_id"') + 1;
    expect(report.problems.map((one) => [one.line, one.column])).toEqual([
      [1, column],
      [1, column],
    ]);
    const text = await repository.run([...args.slice(0, 3), 'data/good.json']);
    expect([text.code, text.out]).toEqual([
      0,
      'No problems in 1 file.\n1 annotation on 1 image in 1 annotation file were checked against the guideline.\n',
    ]);
    const pattern = await repository.run([
      ...args.slice(0, 3),
      'data/**/b*.json',
      '--rule',
      'annotations-match-guideline=warning',
    ]);
    expect([pattern.code, pattern.out.includes('2 warnings')]).toEqual([0, true]);
    const other = await repository.run([...args.slice(0, 3), 'data/package.json']);
    expect(other.out).toContain('“package.json” is in no format of annotations that can be read: COCO, Label Studio,');
  });

  test('of the example follow it', async () => {
    cpSync(join(projectRoot, 'examples/chest-xray'), repository.folder, { recursive: true });
    const { code, out } = await repository.run(['check', 'pneumothorax.protocol.yaml', '--annotations', 'samples']);
    expect(out).toContain('19 annotations on 6 images in 6 annotation files were checked against the guideline.');
    expect(code).toBe(0);
  });
});

describe('the rules', () => {
  test('are listed', async () => {
    const { code, out } = await repository.run(['rules', '--format', 'json']);
    const { rules } = JSON.parse(out) as { rules: { id: string }[] };
    expect(code).toBe(0);
    expect(rules.find(({ id }) => id === 'label-needs-definition')).toMatchObject({
      family: 'taxonomy',
      levels: { recommended: 'warning', strict: 'error', draft: 'off' },
      docs: 'docs/rules/label-needs-definition.md',
    });
    const text = await repository.run(['rules']);
    expect(text.out).toMatch(/^label-needs-definition +warning +error +off$/m);
  });

  test('are explained', async () => {
    const { code, out } = await repository.run(['explain', 'label-needs-definition']);
    expect(code).toBe(0);
    expect(out).toMatch(/^label-needs-definition\n-+\n\nA label that readers annotate has a definition\./);
    expect(out).not.toContain('```');
    const unknown = await repository.run(['explain', 'label-need-definition']);
    expect([unknown.code, unknown.err]).toEqual([
      2,
      'labelwright: There is no rule “label-need-definition”. Did you mean “label-needs-definition”? labelwright rules lists them.\n',
    ]);
  });
});

test('the hook of pre-commit runs for guidelines and the configuration', async () => {
  const [hook] = parse(readFileSync(join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8')) as {
    entry: string;
    files: string;
  }[];
  const pattern = new RegExp(hook?.files ?? '');
  const files = ['a.taxonomy.yaml', 'x/b.protocol.yml', 'labelwright.yaml', 'x/labelwright.yml'];
  expect(files.filter((file) => pattern.test(file))).toEqual(files);
  expect(['a.yaml', 'mylabelwright.yaml', 'a.taxonomy.yaml.bak'].filter((file) => pattern.test(file))).toEqual([]);
  for (const file of files)
    repository.write(file, file.includes('taxonomy') ? taxonomy : file.includes('protocol') ? protocol : '');
  const [, ...args] = (hook?.entry ?? '').split(' ');
  const { err } = await repository.run([...args, ...files]);
  expect(err).toBe('');
});

test('nobody has to read what is printed, as in `labelwright check . | true`', async () => {
  repository.write('a.taxonomy.yaml', misspelt);
  const started = spawn(process.execPath, [cli, 'check', '.'], { cwd: repository.folder });
  started.stdout.destroy();
  const said = text(started.stderr);
  const [code] = (await once(started, 'exit')) as [number];
  expect({ code, said: await said }).toEqual({ code: 1, said: '' });
});
