import { rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Repository } from './repository';
import { createRepository } from './repository';

let repository: Repository;
beforeEach(() => {
  repository = createRepository();
});
afterEach(() => repository.remove());

const head = (version: string, status: string) =>
  `taxonomy: chest\nversion: ${version}\ntitle: Chest\nstatus: ${status}\nlanguage: en\n`;
/** Enough that stays the same, so that git takes a file for the same one under another name. */
const others = ['Mass', 'Cyst', 'Nodule', 'Effusion']
  .map(
    (name) =>
      `  ${name.toLowerCase()}: {name: ${name}, parent: finding, definition: What the atlas calls a ${name}.}\n`,
  )
  .join('');
const taxonomy = (version: string, status: string, value: number, name = 'Pneumothorax') =>
  `${head(version, status)}labels:\n  finding: {name: Finding, geometry: [mask]}\n${others}  ptx: {name: ${name}, parent: finding, value: ${value}}\n`;
const file = 'guide/chest.taxonomy.yaml';

/** Approved, then a draft, then the file as it stands. */
function history(): void {
  repository.write(file, taxonomy('1.0.0', 'approved', 1));
  repository.commit('One');
  repository.git('tag', 'v1');
  repository.write(file, taxonomy('1.1.0', 'draft', 1, 'Pneumothorax of any size'));
  repository.commit('Two');
  repository.write(file, taxonomy('1.1.0', 'draft', 2, 'Pneumothorax of any size'));
}

const lines = async (...args: string[]) => {
  const { out, err, code } = await repository.run(['diff', ...args, '--format', 'lines', '--level', 'review']);
  return {
    ids: out
      .trim()
      .split('\n')
      .map((line) => line.split('  ').at(-1)),
    err,
    code,
  };
};

describe('what is compared', () => {
  test('the files as they stand with the last approved version', async () => {
    history();
    for (const args of [[], ['.'], ['guide'], [file]]) {
      expect(await lines(...args)).toEqual({ ids: ['value-changed', 'name-changed'], err: '', code: 0 });
    }
  });

  test('where nothing was approved, the last commit, and that is said', async () => {
    repository.write(file, taxonomy('1.0.0', 'draft', 1));
    repository.write('labelwright.yaml', 'extends: recommended\n');
    repository.commit('One');
    repository.write(file, taxonomy('1.0.0', 'draft', 2));
    const { ids, err } = await lines();
    expect(err).not.toContain('labelwright.yaml');
    expect(ids).toEqual(['value-changed']);
    expect(err).toContain('No commit has an approved version of chest.taxonomy.yaml');
  });

  test('revisions, and where they parted', async () => {
    history();
    repository.commit('Three');
    expect((await lines('v1..HEAD~1')).ids).toEqual(['name-changed']);
    expect((await lines('v1..', file)).ids).toEqual(['value-changed', 'name-changed']);
    expect((await lines('v1')).ids).toEqual(['value-changed', 'name-changed']);
    expect((await lines('HEAD~1..HEAD', 'guide')).ids).toEqual(['value-changed']);
    expect((await lines(`HEAD~1:${file}`)).ids).toEqual(['value-changed']);
    repository.git('checkout', '--quiet', '-b', 'side', 'v1');
    repository.write(file, taxonomy('1.0.0', 'approved', 7));
    repository.commit('Four');
    expect((await lines('main...side')).ids).toEqual(['value-changed']);
    expect((await lines('main..side')).ids).toEqual(['value-changed', 'name-changed']);
  });

  test('folders, with files that were renamed, came and went', async () => {
    repository.write('old/a.taxonomy.yaml', taxonomy('1.0.0', 'draft', 1));
    repository.write('old/gone.taxonomy.yaml', taxonomy('1.0.0', 'draft', 1).replace('chest', 'gone'));
    repository.write('new/b.taxonomy.yaml', taxonomy('1.0.0', 'draft', 2));
    repository.write('new/came.taxonomy.yaml', taxonomy('1.0.0', 'draft', 1).replace('chest', 'came'));
    const { out } = await repository.run(['diff', 'old', 'new', '--format', 'json']);
    const { guidelines, changes } = JSON.parse(out) as {
      guidelines: { from: string; to: string }[];
      changes: { id: string }[];
    };
    expect(guidelines.map(({ from, to }) => [from, to])).toEqual([
      ['old/a.taxonomy.yaml', 'new/b.taxonomy.yaml'],
      ['nothing', 'new/came.taxonomy.yaml'],
      ['old/gone.taxonomy.yaml', 'nothing'],
    ]);
    expect(changes.map(({ id }) => id)).toEqual(['value-changed', 'guideline-added', 'guideline-removed']);
  });

  test('a file that was renamed since', async () => {
    history();
    repository.git('mv', file, 'guide/thorax.taxonomy.yaml');
    expect((await lines('guide/thorax.taxonomy.yaml')).ids).toEqual(['value-changed', 'name-changed']);
    expect((await lines('v1:guide/thorax.taxonomy.yaml')).ids).toEqual(['value-changed', 'name-changed']);
    expect((await lines('v1..', 'guide')).ids).toEqual(['value-changed', 'name-changed']);
  });

  test('what a guideline rests on, when it is asked for', async () => {
    const protocol = `protocol: reading\nversion: 1.0.0\ntitle: Reading\nstatus: approved\nlanguage: en\ntaxonomy: {file: chest.taxonomy.yaml}\n`;
    repository.write('guide/reading.protocol.yaml', protocol);
    history();
    const only = (await lines('v1..', 'guide/reading.protocol.yaml')).ids;
    const whole = (await lines('v1..', 'guide/reading.protocol.yaml', '--whole')).ids;
    expect([only, whole]).toEqual([[''], ['value-changed', 'name-changed']]);
  });

  test('one label only', async () => {
    history();
    expect((await lines('--label', 'finding')).ids).toEqual(['value-changed', 'name-changed']);
    repository.write(file, taxonomy('1.0.0', 'approved', 1).replace('[mask]', '[polygon]').replace('Finding', 'Sign'));
    expect((await lines('--label', 'ptx')).ids).toEqual(['geometry-withdrawn']);
    const { err, code } = await lines('--label', 'ptz');
    expect([err, code]).toEqual(['labelwright: There is no label “ptz” in any version. Did you mean “ptx”?\n', 2]);
  });
});

describe('how it ends', () => {
  test.each([
    ['breaking', 1],
    ['review', 1],
    ['editorial', 1],
  ])('--fail-on %s', async (level, code) => {
    history();
    const { code: ended } = await repository.run(['diff', '--fail-on', level]);
    expect(ended).toBe(code);
  });

  test('well, where nothing is as grave', async () => {
    history();
    const { code } = await repository.run(['diff', 'v1..HEAD', '--fail-on', 'breaking']);
    expect(code).toBe(0);
  });

  test('as the team judges changes', async () => {
    history();
    repository.write(
      'labelwright.yaml',
      'changes: {name-changed: {level: editorial, reason: Names are for people.}}\n',
    );
    const { out } = await repository.run(['diff', 'v1..', '--format', 'lines']);
    expect(out).toContain('editorial/re-read');
    const { out: config } = await repository.run(['check', 'labelwright.yaml', '--format', 'json']);
    expect(JSON.parse(config)).toMatchObject({ problems: [] });
  });
});

describe('what cannot be had', () => {
  test.each([
    [['v1..nope'], 'There is no revision “nope”. Use a commit, a branch or a tag of this repository, such as HEAD~1.'],
    [['nope...HEAD'], 'There is no revision “nope”.'],
    [['v1..HEAD', 'elsewhere'], 'There is no guideline in “elsewhere”, neither then nor now.'],
    [['guide', file, file], 'Name two versions, or a range of revisions with the paths to compare'],
    [['guide', file], '“guide” is a folder and “guide/chest.taxonomy.yaml” is a file.'],
  ])('%j', async (args, message) => {
    history();
    const { err, code } = await repository.run(['diff', ...args]);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test('earlier commits in a shallow clone', async () => {
    history();
    const shallow = join(repository.folder, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.folder}`, shallow], {
      stdio: 'pipe',
    });
    const { err, code } = await repository.run(['diff', 'HEAD~1..HEAD'], 'shallow');
    expect(err).toContain('There is no revision “HEAD~1”. This clone holds only the latest commits');
    expect(code).toBe(2);
    const approved = await repository.run(['diff'], 'shallow');
    expect(approved.err).toContain('git fetch --unshallow');
    expect(approved.code).toBe(0);
  });

  test('a version that cannot be read as a whole, or lacks an import', async () => {
    const importing = `${head('1.0.0', 'approved')}imports: [{file: other.taxonomy.yaml}]\nlabels:\n  mass: {name: Mass}\n`;
    repository.write('a.taxonomy.yaml', importing);
    repository.commit('One');
    repository.write(
      'other.taxonomy.yaml',
      head('1.0.0', 'approved').replace('chest', 'other') + 'labels: {cyst: {name: Cyst}}\n',
    );
    repository.write('a.taxonomy.yaml', importing.replace('Mass}', 'Lump}\n  cut: {name: [}'));
    const { ids, err } = await lines('HEAD..', 'a.taxonomy.yaml');
    expect(ids).toContain('name-changed');
    expect(err).toContain(
      'In the old version, an imported taxonomy was not read, so that its labels were not compared: There is no file “other.taxonomy.yaml”, seen from this document.',
    );
    expect(err).toMatch(/In the new version, a\.taxonomy\.yaml has a mistake in line \d+/);
  });

  test('an import that the old version lacks is said, though nothing differs', async () => {
    repository.write('a.taxonomy.yaml', `${head('1.0.0', 'approved')}imports: [{file: b.taxonomy.yaml}]\nlabels: {}\n`);
    repository.commit('One');
    repository.write('b.taxonomy.yaml', `${head('1.0.0', 'approved').replace('chest', 'b')}labels: {}\n`);
    repository.commit('Two');
    const { ids, err } = await lines('HEAD~1..HEAD');
    expect(err).toContain('There is no file “b.taxonomy.yaml”');
    expect(ids).toEqual(['']);
  });

  test.each([
    ['empty.taxonomy.yaml', '', 'This file is empty. It begins with “taxonomy: its-id”.'],
    [
      'text.taxonomy.yaml',
      'Chest radiographs\n',
      'A taxonomy is made of keys with values. It begins with “taxonomy: its-id”.',
    ],
    ['list.taxonomy.yaml', `${head('1.0.0', 'draft')}labels: {a: [}\n`, 'The bracket that opens here is not closed.'],
    ['bytes.taxonomy.yaml', 'taxonomy: \u0000\u0001\n', 'This file holds characters that are not text.'],
    ['notes.yaml', 'Call the clinic\n', 'no guideline: its name does not end in .taxonomy.yaml or .protocol.yaml'],
    ['gone.taxonomy.yaml', undefined, 'There is no file or folder “gone.taxonomy.yaml”.'],
  ])('%s is explained as check explains it', async (name, text, sentence) => {
    repository.write(file, taxonomy('1.0.0', 'draft', 1));
    if (text !== undefined) repository.write(name, text);
    const check = await repository.run(['check', name]);
    const diff = await repository.run(['diff', name, file]);
    expect(check.out + check.err).toContain(sentence);
    expect(diff.err).toContain(sentence);
  });

  test('contents that a partial clone cannot fetch', async () => {
    history();
    const partial = join(repository.folder, 'partial');
    repository.git('config', 'uploadpack.allowFilter', 'true');
    execFileSync('git', ['clone', '--quiet', '--filter=blob:none', `file://${repository.folder}`, partial], {
      stdio: 'pipe',
    });
    const get = 'This clone holds only some of the contents; get the others with `git fetch --refetch --no-filter`.';
    for (const args of [['HEAD~1..HEAD'], [`v1:${file}`, file]]) {
      const { err, code } = await repository.run(['diff', ...args], 'partial');
      expect(err).toMatch(/The contents of “guide\/chest\.taxonomy\.yaml” in commit [0-9a-f]{10} are missing\. /);
      expect(err).toContain(get);
      expect(code).toBe(2);
    }
    const approved = await repository.run(['diff'], 'partial');
    expect(approved.err).toContain(get);
  });

  test('a history, where there is no repository', async () => {
    rmSync(join(repository.folder, '.git'), { recursive: true });
    repository.write(file, taxonomy('1.0.0', 'draft', 1));
    const { err, code } = await repository.run(['diff', file]);
    expect([err, code]).toEqual([
      'labelwright: “guide/chest.taxonomy.yaml” is in no git repository with a commit. Name two versions to compare.\n',
      2,
    ]);
  });
});

describe('git', () => {
  test('shows changes by what they mean, once it is set up', async () => {
    history();
    expect((await repository.run(['git-setup'])).code).toBe(0);
    expect((await repository.run(['git-setup'])).code).toBe(0);
    expect(repository.git('diff')).toContain('[migrate]  value-changed');
    const log = repository.git('log', '-p', '-1');
    expect(log).toContain('-labels.ptx.name: Pneumothorax\n+labels.ptx.name: Pneumothorax of any size\n');
    expect(repository.git('diff', '--no-ext-diff', '--no-textconv')).toContain('parent: finding, value: 2}');
  });

  test('is as it was, once that is taken back', async () => {
    history();
    repository.write('.gitattributes', '*.png binary\n');
    await repository.run(['git-setup']);
    expect(repository.git('config', '--local', '--list')).toContain('diff.labelwright.command');
    await repository.run(['git-setup', '--remove']);
    expect(repository.git('config', '--local', '--list')).not.toContain('labelwright');
    expect(repository.git('diff')).toContain('value: 2}');
    expect(repository.git('ls-files', '--others')).toContain('.gitattributes');
  });

  test('has no empty .gitattributes left, once that is taken back', async () => {
    history();
    await repository.run(['git-setup']);
    expect(repository.git('ls-files', '--others')).toContain('.gitattributes');
    await repository.run(['git-setup', '--remove']);
    expect(repository.git('ls-files', '--others')).not.toContain('.gitattributes');
  });

  test('shows a file that is new, gone or no guideline any more', async () => {
    history();
    await repository.run(['git-setup']);
    repository.git('add', '--all');
    repository.write('b.taxonomy.yaml', taxonomy('1.0.0', 'draft', 1));
    repository.git('add', '--intent-to-add', 'b.taxonomy.yaml');
    expect(repository.git('diff')).toContain('The taxonomy chest is new.');
    expect(repository.git('diff')).toContain('It is new: there is no version before it.');
    repository.git('rm', '--quiet', '-f', file);
    expect(repository.git('diff', '--cached')).toContain('The taxonomy chest is gone.');
  });
});

describe('log', () => {
  test('lists the versions with level, step and author', async () => {
    history();
    const { out } = await repository.run(['log', file, '--format', 'json']);
    const { versions } = JSON.parse(out) as { versions: Record<string, unknown>[] };
    const brief = versions.map(({ version, status, level, bump, bumpMade, author, subject }) => [
      version,
      status,
      level,
      bump,
      bumpMade,
      author,
      subject,
    ]);
    expect(brief).toEqual([
      ['1.1.0', 'draft', 'breaking', 'major', false, null, null],
      ['1.1.0', 'draft', 'review', 'minor', true, 'Test', 'Two'],
      ['1.0.0', 'approved', null, null, null, 'Test', 'One'],
    ]);
    const text = (await repository.run(['log', file, '--limit', '1'])).out.split('\n');
    expect(text[0]).toMatch(/^commit +version +status +level +asks for +date +author +subject$/);
    expect(text[1]).toMatch(/^not committed +1\.1\.0 ! +draft +breaking +major$/);
    expect(text[2]).toMatch(/^[0-9a-f]{10} +1\.1\.0 +draft +review +minor +\d{4}-\d\d-\d\d +Test +Two$/);
    expect(text).toHaveLength(6);
  });

  test.each([
    [['log', 'nope.yaml'], 'There is no file or folder “nope.yaml”.'],
    [['log', 'guide'], '“guide” is a folder. Name one guideline’s file.'],
    [['log', 'new.taxonomy.yaml'], 'No commit has “new.taxonomy.yaml”'],
  ])('%j is an unusable call', async (args, message) => {
    history();
    repository.write('new.taxonomy.yaml', taxonomy('1.0.0', 'draft', 1));
    const { err, code } = await repository.run(args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
