import type { Around } from '../../annotations/around';
import { defaultLimits } from '../../annotations/images/picture';
import { folderOf, isInside, nameOf, resolvePath } from '../../workspace/uris';
import type { Surroundings } from '../rule';

/** Larger files are not read. */
export const largest = 64 * 1024 * 1024;

/** The file that a sample names, when it may be looked at: it lies in the folders that are open. */
export function sampleUri(
  documentUri: string,
  path: string,
  { folders }: Surroundings,
): string | 'outside' | undefined {
  const uri = resolvePath(documentUri, path);
  if (uri === undefined) return undefined;
  return folders.some((folder) => isInside(folder, uri)) ? uri : 'outside';
}

/** The bytes of a file that a sample names; nothing when it is not there, empty, not to be read, or too large. */
export async function sampleBytes(
  documentUri: string,
  path: string,
  around: Surroundings,
): Promise<Uint8Array | undefined> {
  const uri = sampleUri(documentUri, path, around);
  if (uri === undefined || uri === 'outside') return undefined;
  try {
    const stat = await around.fileSystem.stat(uri);
    if (stat?.type !== 'file' || stat.size === 0 || stat.size > largest) return undefined;
    return await around.fileSystem.read(uri);
  } catch {
    // That it cannot be read is said by `sample-file-must-exist`.
    return undefined;
  }
}

/** The names of the files beside a file that is not there. */
export async function namesBeside(uri: string, { fileSystem, folders }: Surroundings): Promise<string[]> {
  const folder = folderOf(uri);
  if (!folders.some((open) => isInside(open, folder))) return [];
  const entries = await fileSystem.list(folder).catch(() => []);
  return entries.filter(({ type, name }) => type === 'file' && name !== nameOf(uri)).map(({ name }) => name);
}

/** What a reader of a sample's annotations may know of what lies around them: other files in the open folders. */
export function sampleSurroundings(documentUri: string, path: string, around: Surroundings): Around {
  return {
    name: path,
    isNamed: true,
    ...(around.loadWasm && { services: { limits: defaultLimits, loadWasm: around.loadWasm } }),
    async beside(other) {
      const uri = resolvePath(documentUri, path);
      return uri === undefined ? undefined : sampleBytes(uri, other, around);
    },
  };
}
