import type { Located } from '../../model/read';
import { folderOf, isInside, nameOf, resolvePath } from '../../workspace/uris';
import type { Surroundings } from '../rule';

/** Larger files of annotations are not read. */
export const largest = 64 * 1024 * 1024;

/** The file that a sample names, when it may be looked at: it lies in the folders that are open. */
export function sampleUri(
  documentUri: string,
  path: Located,
  { folders }: Surroundings,
): string | 'outside' | undefined {
  const uri = resolvePath(documentUri, path.text);
  if (uri === undefined) return undefined;
  return folders.some((folder) => isInside(folder, uri)) ? uri : 'outside';
}

/** The names of the files beside a file that is not there. */
export async function namesBeside(uri: string, { fileSystem, folders }: Surroundings): Promise<string[]> {
  const folder = folderOf(uri);
  if (!folders.some((open) => isInside(open, folder))) return [];
  const entries = await fileSystem.list(folder).catch(() => []);
  return entries.filter(({ type, name }) => type === 'file' && name !== nameOf(uri)).map(({ name }) => name);
}
