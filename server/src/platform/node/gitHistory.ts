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
      const { ok, output } = await runGit(place.root, log(place.path, limit));
      return ok ? readLog(output.toString('utf8')) : [];
    },
    async *contents(uri) {
      const place = await locate(uri).catch(() => undefined);
      if (place) yield* committedFiles(place.root, place.path);
    },
    async isShallow(uri) {
      const place = await locate(uri).catch(() => undefined);
      return place !== undefined && isShallow(place.root);
    },
    async at(uri, revision) {
      const place = await locate(uri);
      const commit = await commitOf(place.root, revision);
      return fileSystemAt(place.root, commit, await renamesSince(place.root, commit));
    },
  };
}

/** The repository that a file lies in, and its path there, with `/`. The file itself may be gone. */
export async function locate(uri: string): Promise<{ root: string; path: string }> {
  const given = URI.parse(uri);
  if (given.scheme !== 'file') throw new HistoryError('Only files on this computer have a git history.');
  let folder = dirname(given.fsPath);
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

export async function commitOf(root: string, revision: string): Promise<string> {
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
  const hint = (await isShallow(root))
    ? ' This clone holds only the latest commits; get the others with `git fetch --unshallow`.'
    : ' Use a commit, a branch or a tag of this repository, such as HEAD~1.';
  throw new HistoryError(`There is no revision “${revision}”.${hint}`);
}

async function isShallow(root: string): Promise<boolean> {
  const { output } = await runGit(root, ['rev-parse', '--is-shallow-repository']);
  return output.toString('utf8').trim() === 'true';
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
      return ok ? output : undefined;
    },
    async stat(uri) {
      const path = await pathOf(uri);
      if (path === undefined) return undefined;
      if (path === '') return { type: 'folder', size: 0 };
      const { ok, output } = await runGit(root, ['ls-tree', '-l', '-z', commit, '--', path]);
      const [, type, , size] = /^\S+ (\S+) (\S+) +(\S+)\t/.exec(output.toString('utf8')) ?? [];
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
