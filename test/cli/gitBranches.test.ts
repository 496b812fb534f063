import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGitBranches } from '../../server/src/platform/node/gitBranches';
import { createRepository, type Repository } from './repository';

let repository: Repository;
const branches = createGitBranches();
const uri = () => pathToFileURL(join(repository.folder, 'a.yaml')).toString();

beforeEach(() => {
  repository = createRepository();
  repository.write('a.yaml', 'one');
  repository.commit('First');
});
afterEach(() => repository.remove());

describe('the branches and tags of a repository', () => {
  test('are listed by name, with the one that is checked out', async () => {
    repository.git('tag', 'v1');
    repository.git('tag', '--annotate', 'v2', '--message', 'Second | release');
    repository.git('checkout', '--quiet', '-b', 'feature/ä');
    const refs = await branches.refs(uri());
    const known = refs.map(({ name, kind, isCurrent, subject }) => [name, kind, isCurrent, subject]);
    expect(known.sort()).toEqual([
      ['feature/ä', 'branch', true, 'First'],
      ['main', 'branch', false, 'First'],
      ['v1', 'tag', false, 'First'],
      ['v2', 'tag', false, 'Second | release'],
    ]);
    expect(refs.every(({ date }) => !Number.isNaN(Date.parse(date)))).toBe(true);
  });
});
