import type { Branches, Ref } from '../../workspace/branches';
import { runGit } from './git';
import { locate } from './gitHistory';

/** More names than anybody chooses from. */
const mostRefs = 500;

const fields = ['%(refname)', '%(HEAD)', '%(creatordate:iso-strict)', '%(contents:subject)'];

/** The branches and tags of the git repositories that files lie in. */
export function createGitBranches(): Branches {
  return {
    async refs(uri) {
      const place = await locate(uri).catch(() => undefined);
      if (!place) return [];
      const { ok, output } = await runGit(place.root, [
        'for-each-ref',
        '--sort=-creatordate',
        `--count=${mostRefs}`,
        `--format=${fields.join('%00')}`,
        'refs/heads',
        'refs/remotes',
        'refs/tags',
      ]);
      return ok ? readRefs(output.toString('utf8')) : [];
    },
  };
}

/** One name a line, its fields between zero bytes. */
function readRefs(output: string): Ref[] {
  return output.split('\n').flatMap((line): Ref[] => {
    const [ref = '', head = '', date = '', subject = ''] = line.split('\0');
    const [, kind, name] = /^refs\/(heads|remotes|tags)\/(.+)$/.exec(ref) ?? [];
    // What a remote has checked out is one of its branches, and is listed as such.
    if (name === undefined || (kind === 'remotes' && name.endsWith('/HEAD'))) return [];
    return [{ name, kind: kind === 'tags' ? 'tag' : 'branch', isCurrent: head === '*', date, subject }];
  });
}
