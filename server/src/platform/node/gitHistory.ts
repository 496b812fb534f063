import { realpath, stat } from 'node:fs/promises';
import { dirname, posix, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileSystem, FolderEntry } from '../../workspace/fileSystem';
import type { History } from '../../workspace/history';
import { HistoryError } from '../../workspace/history';
import { runGit } from './git';
import { committedFiles, log, readLog } from './gitLog';

/** The history of files in the git repositories that they lie in. */
export function createGitHistory(): History {
  return {
    async revisions(uri, limit) {
      const place = await locate(uri).catch(() => undefined);
      if (!place) return [];
      const { ok, output } = await runGit(place.root, log(await committedPath(place), limit));
      return ok ? readLog(output.toString('utf8')) : [];
    },
    async *contents(uri) {
      const place = await locate(uri).catch(() => undefined);
      if (place) yield* committedFiles(place.root, await committedPath(place));
    },
    async leftOut(uri) {
      const place = await locate(uri).catch(() => undefined);
      return place && leftOut(place.root);
    },
    async at(uri, revision) {
      const place = await locate(uri);
      const commit = await commitOf(place.root, revision);
      return fileSystemAt(place.root, commit, await renamesSince(place.root, commit));
    },
  };
}

/** The name that the last commit knows a file by: another one where it was renamed since. */
async function committedPath({ root, path }: { root: string; path: string }): Promise<string> {
  const { ok } = await runGit(root, ['cat-file', '-e', `HEAD:${path}`]);
  return ok ? path : ((await renamesSince(root, 'HEAD')).get(path) ?? path);
}

/** The repository that a file or folder lies in, and its path there, with `/`. It may be gone itself. */
export async function locate(uri: string): Promise<{ root: string; path: string }> {
  const given = URI.parse(uri);
  if (given.scheme !== 'file') throw new HistoryError('Only files on this computer have a git history.');
  let folder = given.fsPath;
  while (!(await isFolder(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  const { ok, output, message } = await runGit(folder, ['rev-parse', '--show-toplevel']);
  if (/dubious ownership/.test(message)) {
    throw new HistoryError(
      `git does not trust the repository of “${given.fsPath}”, because somebody else owns it. If you do, run git config --global --add safe.directory for its folder.`,
    );
  }
  if (!ok) throw new HistoryError(`“${given.fsPath}” is in no git repository.`);
  const root = output.toString('utf8').trimEnd();
  // git names the real folder; the file's path may lead there through a link.
  const inside = relative(await realpath(root), `${await realpath(folder)}${given.fsPath.slice(folder.length)}`);
  return { root, path: inside.split(sep).join('/') };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function commitOf(root: string, revision: string): Promise<string> {
  const [one, other] = revision.split('...');
  if (one !== undefined && other !== undefined) return partingOf(root, one, other);
  if (revision !== '' && !revision.startsWith('-')) {
    const { ok, output } = await runGit(root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    if (ok) return output.toString('utf8').trim();
  }
  const hint = (await fewCommits(root)) ?? 'Use a commit, a branch or a tag of this repository, such as HEAD~1.';
  throw new HistoryError(`There is no revision “${revision}”. ${hint}`);
}

async function leftOut(root: string): Promise<string | undefined> {
  return (await fewCommits(root)) ?? (await fewContents(root));
}

async function fewCommits(root: string): Promise<string | undefined> {
  const { output } = await runGit(root, ['rev-parse', '--is-shallow-repository']);
  return output.toString('utf8').trim() === 'true'
    ? 'This clone holds only the latest commits; get the others with `git fetch --unshallow`.'
    : undefined;
}

async function fewContents(root: string): Promise<string | undefined> {
  const { ok } = await runGit(root, ['config', '--get-regexp', String.raw`^remote\..*\.promisor$`, 'true']);
  return ok
    ? 'This clone holds only some of the contents; get the others with `git fetch --refetch --no-filter`.'
    : undefined;
}

/** The commit at which two revisions parted. */
async function partingOf(root: string, one: string, other: string): Promise<string> {
  const commits = [await commitOf(root, one), await commitOf(root, other)];
  const { ok, output } = await runGit(root, ['merge-base', ...commits]);
  if (ok) return output.toString('utf8').trim();
  throw new HistoryError(
    `“${one}” and “${other}” have no commit in common. ${(await fewCommits(root)) ?? ''}`.trimEnd(),
  );
}

/** The names that files had at a commit, by the names they have now. */
async function renamesSince(root: string, commit: string): Promise<Map<string, string>> {
  // The index, not the work tree: comparing that would run the filters that a repository configures.
  const args = [
    'diff',
    '--cached',
    '--no-ext-diff',
    '--find-renames',
    '--diff-filter=R',
    '--name-status',
    '-z',
    commit,
  ];
  const { ok, output } = await runGit(root, args);
  const fields = ok ? output.toString('utf8').split('\0') : [];
  const renames = new Map<string, string>();
  for (let i = 0; i + 2 < fields.length; i += 3) renames.set(fields[i + 2] ?? '', fields[i + 1] ?? '');
  return renames;
}

function fileSystemAt(root: string, commit: string, renames: ReadonlyMap<string, string>): FileSystem {
  async function pathOf(uri: string): Promise<string | undefined> {
    const place = await locate(uri).catch(() => undefined);
    if (!place || place.root !== root) return undefined;
    return renames.get(place.path) ?? place.path;
  }

  return {
    async read(uri) {
      const path = await pathOf(uri);
      if (!path) return undefined;
      const { ok, output } = await runGit(root, ['cat-file', 'blob', `${commit}:${path}`]);
      if (ok) return output;
      const { output: listed } = await runGit(root, ['ls-tree', '-z', '--full-tree', commit, '--', path]);
      if (!/^\S+ blob /.test(listed.toString('utf8'))) return undefined;
      throw new HistoryError(
        `The contents of “${path}” in commit ${commit.slice(0, 10)} are missing. ${(await fewContents(root)) ?? ''}`.trimEnd(),
      );
    },
    async stat(uri) {
      const path = await pathOf(uri);
      if (path === undefined) return undefined;
      if (path === '') return { type: 'folder', size: 0 };
      const full = await runGit(root, ['ls-tree', '-l', '-z', commit, '--', path]);
      // The size of contents that a partial clone left out is not known.
      const { ok, output } = full.ok ? full : await runGit(root, ['ls-tree', '-z', commit, '--', path]);
      const [, type, size] = /^\S+ (\S+) \S+(?: +(\S+))?\t/.exec(output.toString('utf8')) ?? [];
      if (!ok || type === undefined) return undefined;
      return type === 'tree' ? { type: 'folder', size: 0 } : { type: 'file', size: Number(size) || 0 };
    },
    async list(uri): Promise<FolderEntry[]> {
      const path = await pathOf(uri);
      if (path === undefined) return [];
      const { ok, output } = await runGit(root, ['ls-tree', '-z', '--full-tree', `${commit}:${path}`]);
      if (!ok) return [];
      return output
        .toString('utf8')
        .split('\0')
        .flatMap((line) => {
          const [, type, name] = /^\S+ (\S+) \S+\t(.*)$/s.exec(line) ?? [];
          if (name === undefined || type === 'commit') return [];
          return [{ name: posix.basename(name), type: type === 'tree' ? ('folder' as const) : ('file' as const) }];
        });
    },
  };
}
