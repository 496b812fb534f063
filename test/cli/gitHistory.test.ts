import { pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGitHistory } from '../../server/src/platform/node/gitHistory';
import { decodeText } from '../../server/src/workspace/decode';
import { createRepository, type Repository } from './repository';

let repository: Repository;
const history = createGitHistory();
const uri = (path: string) => pathToFileURL(join(repository.folder, path)).toString();

async function textAt(path: string, revision: string): Promise<string | undefined> {
  const bytes = await (await history.at(uri(path), revision)).read(uri(path));
  return bytes && decodeText(bytes);
}

beforeEach(() => {
  repository = createRepository();
});
afterEach(() => repository.remove());

describe('the history of a file', () => {
  test('lists the commits that changed it, newest first, with their names', async () => {
    repository.write('a b/ö.yaml', 'one');
    const first = repository.commit('First | version');
    repository.git('tag', 'v1');
    repository.write('other.yaml', 'x');
    repository.commit('Something else');
    repository.write('a b/ö.yaml', 'two');
    const second = repository.commit('Second version');
    const revisions = await history.revisions(uri('a b/ö.yaml'), 10);
    expect(revisions.map(({ id, refs, author, subject }) => ({ id, refs, author, subject }))).toEqual([
      { id: second, refs: ['main'], author: 'Test', subject: 'Second version' },
      { id: first, refs: ['v1'], author: 'Test', subject: 'First | version' },
    ]);
    expect(await history.revisions(uri('a b/ö.yaml'), 1)).toHaveLength(1);
  });

  test('takes a message with odd characters for one commit', async () => {
    repository.write('a.yaml', 'one');
    repository.commit('First\u001e\u001fevil\u001f');
    expect((await history.revisions(uri('a.yaml'), 10)).map(({ author }) => author)).toEqual(['Test']);
  });

  test('is empty for a file that git does not know', async () => {
    repository.write('a.yaml', 'one');
    repository.commit('First');
    expect(await history.revisions(uri('new.yaml'), 10)).toEqual([]);
    expect(await history.revisions('untitled:a', 10)).toEqual([]);
  });

  test('is read at a commit, a branch, a tag and relative to them', async () => {
    repository.write('a.yaml', 'one');
    const first = repository.commit('First');
    repository.git('tag', 'v1');
    repository.write('a.yaml', 'two');
    repository.commit('Second');
    repository.write('a.yaml', 'three, not committed');
    for (const revision of [first, first.slice(0, 8), 'v1', 'HEAD~1'])
      expect(await textAt('a.yaml', revision)).toBe('one');
    expect(await textAt('a.yaml', 'main')).toBe('two');
    expect(await textAt('gone.yaml', 'main')).toBeUndefined();
  });

  test('follows a file under the name it had', async () => {
    repository.write('old/a.yaml', 'one\n'.repeat(20));
    const first = repository.commit('First');
    repository.git('mv', 'old', 'new');
    repository.commit('Moved');
    expect(await textAt('new/a.yaml', first)).toBe('one\n'.repeat(20));
    expect(await history.revisions(uri('new/a.yaml'), 10)).toHaveLength(2);
  });

  test('lists folders and tells sizes', async () => {
    repository.write('a/b.yaml', 'four');
    repository.write('a/c/d.yaml', '');
    repository.commit('First');
    const files = await history.at(uri('a/b.yaml'), 'HEAD');
    expect([...(await files.list(uri('a')))].sort((x, y) => x.name.localeCompare(y.name))).toEqual([
      { name: 'b.yaml', type: 'file' },
      { name: 'c', type: 'folder' },
    ]);
    expect(await files.stat(uri('a/b.yaml'))).toEqual({ type: 'file', size: 4 });
    expect(await files.stat(uri('a/c'))).toEqual({ type: 'folder', size: 0 });
    expect(await files.stat(uri('a/e'))).toBeUndefined();
  });
});

describe('the contents of a file', () => {
  async function contents(path: string): Promise<[string, string][]> {
    const found: [string, string][] = [];
    for await (const { revision, bytes } of history.contents(uri(path))) found.push([revision.id, decodeText(bytes)]);
    return found;
  }

  test('are those of each commit, newest first, under the name it had, past where it was gone', async () => {
    const lines = 'line\n'.repeat(20);
    repository.write('old/ä b.yaml', lines);
    const first = repository.commit('First');
    repository.write('old/ä b.yaml', `${lines}${'ö'.repeat(100)}`);
    const second = repository.commit('Second');
    repository.git('mv', 'old', 'new');
    const third = repository.commit('Moved');
    repository.git('rm', '--quiet', 'new/ä b.yaml');
    repository.commit('Gone');
    repository.write('new/ä b.yaml', '');
    const last = repository.commit('Back, empty');
    expect(await contents('new/ä b.yaml')).toEqual([
      [last, ''],
      [third, `${lines}${'ö'.repeat(100)}`],
      [second, `${lines}${'ö'.repeat(100)}`],
      [first, lines],
    ]);
  });

  test('are read of many commits', async () => {
    for (let i = 0; i < 25; i++) {
      repository.write('a.yaml', `${i}\n`.repeat(i));
      repository.commit(`${i}`);
    }
    expect((await contents('a.yaml')).map(([, text]) => text)).toEqual(
      Array.from({ length: 25 }, (_, i) => `${24 - i}\n`.repeat(24 - i)),
    );
  });

  test('of a file that was merged are those of both sides', async () => {
    repository.write('a.yaml', 'one');
    repository.commit('First');
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.write('b.yaml', 'of the side');
    repository.commit('Side');
    repository.git('checkout', '--quiet', 'main');
    repository.write('a.yaml', 'two');
    repository.commit('Second');
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
    expect((await contents('a.yaml')).map(([, text]) => text)).toEqual(['two', 'one']);
    expect((await contents('b.yaml')).map(([, text]) => text)).toEqual(['of the side']);
  });

  test('are none for a file that git does not know', async () => {
    repository.write('a.yaml', 'one');
    expect(await contents('a.yaml')).toEqual([]);
    repository.commit('First');
    expect(await contents('new.yaml')).toEqual([]);
  });
});

describe('nothing that a repository configures is run', () => {
  const evil = () => join(repository.folder, 'evil-ran');

  test('neither its filters nor its programs for signatures', async () => {
    repository.write('a.yaml', 'one');
    repository.write('data.bin', 'one');
    repository.commit('First');
    repository.write('.gitattributes', '*.bin filter=evil\n');
    repository.git('config', 'filter.evil.clean', `touch ${evil()}; cat`);
    repository.git('config', 'gpg.program', `touch ${evil()}`);
    repository.git('config', 'log.showSignature', 'true');
    repository.write('data.bin', 'two, and longer');
    expect(await textAt('a.yaml', 'HEAD')).toBe('one');
    expect(await history.revisions(uri('a.yaml'), 10)).toHaveLength(1);
    expect(existsSync(evil())).toBe(false);
  });

  test('and the variables that a hook is run with lead nowhere else', async () => {
    repository.write('below/a.yaml', 'one');
    repository.commit('First');
    process.env.GIT_DIR = join(repository.folder, 'elsewhere');
    try {
      expect(await textAt('below/a.yaml', 'HEAD')).toBe('one');
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

describe('what cannot be had', () => {
  test('an unknown revision says so', async () => {
    repository.write('a.yaml', 'one');
    repository.commit('First');
    await expect(history.at(uri('a.yaml'), 'nope')).rejects.toThrow(
      'There is no revision “nope”. Use a commit, a branch or a tag of this repository, such as HEAD~1.',
    );
    await expect(history.at(uri('a.yaml'), '--output=x')).rejects.toThrow('There is no revision “--output=x”.');
  });

  test('a shallow clone says what to do', async () => {
    repository.write('a.yaml', 'one');
    const first = repository.commit('First');
    repository.write('a.yaml', 'two');
    repository.commit('Second');
    const clone = join(repository.folder, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', pathToFileURL(repository.folder).toString(), clone]);
    await expect(history.at(uri('clone/a.yaml'), first)).rejects.toThrow(
      'This clone holds only the latest commits; get the others with `git fetch --unshallow`.',
    );
  });

  test('a file outside every repository says so', async () => {
    await expect(history.at('file:///nowhere/a.yaml', 'HEAD')).rejects.toThrow('is in no git repository.');
  });
});
