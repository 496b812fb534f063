import type { FileSystem } from './fileSystem';
import { childOf } from './uris';

/** The URIs of the files below a folder whose names are wanted, sorted. Hidden folders, and those `skipped`, are left out. */
export async function filesBelow(
  fileSystem: FileSystem,
  folder: string,
  isWanted: (name: string) => boolean,
  skipped: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const found: string[] = [];
  const queue = [folder];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { name, type } of await fileSystem.list(at)) {
      if (type === 'folder' && !name.startsWith('.') && !skipped.has(name)) queue.push(childOf(at, name));
      else if (type === 'file' && isWanted(name)) found.push(childOf(at, name));
    }
  }
  return found.sort();
}
