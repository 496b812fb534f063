import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { FileSystem } from '../../workspace/fileSystem';

/** The disk. Symbolic links are followed only where they stay inside one of `folders` (URIs). */
export function createNodeFileSystem(folders: () => readonly string[]): FileSystem {
  async function allowed(uri: string): Promise<string | undefined> {
    const given = URI.parse(uri);
    if (given.scheme !== 'file') return undefined;
    const path = await realpath(given.fsPath).catch(absent);
    if (path === undefined || path === given.fsPath) return path;
    for (const folder of folders()) {
      const root = URI.parse(folder).fsPath;
      const realRoot = await realpath(root).catch(absent);
      // A file outside every folder was asked for by name, and is read; a link out of a folder was not.
      if (isBelow(root, given.fsPath) && (realRoot === undefined || !isBelow(realRoot, path))) return undefined;
    }
    return path;
  }

  return {
    async read(uri) {
      const path = await allowed(uri);
      if (path === undefined) return undefined;
      // Folders, pipes and devices are no files that could be read to an end.
      const found = await stat(path).catch(absent);
      return found?.isFile() ? readFile(path).catch(absent) : undefined;
    },
    async stat(uri) {
      const path = await allowed(uri);
      const found = path === undefined ? undefined : await stat(path).catch(absent);
      if (!found || !(found.isDirectory() || found.isFile())) return undefined;
      return { type: found.isDirectory() ? 'folder' : 'file', size: found.size, changed: found.mtimeMs };
    },
    async list(uri) {
      const path = await allowed(uri);
      if (path === undefined) return [];
      const entries = (await readdir(path, { withFileTypes: true }).catch(absent)) ?? [];
      return entries
        .filter((entry) => entry.isDirectory() || entry.isFile())
        .map((entry) => ({ name: entry.name, type: entry.isDirectory() ? 'folder' : 'file' }));
    },
  };
}

function isBelow(folder: string, path: string): boolean {
  return (
    path === folder ||
    path.startsWith(folder.endsWith('/') || folder.endsWith('\\') ? folder : `${folder}${separator(folder)}`)
  );
}

function separator(path: string): string {
  return path.includes('\\') ? '\\' : '/';
}

/** Nothing can stand at such a path. */
const absentCodes = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** Absent files are no error; whatever else is wrong with one is. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (absentCodes.has(error.code ?? '')) return undefined;
  throw error;
}
