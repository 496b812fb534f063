import type { FileSystem } from '../workspace/fileSystem';
import { childOf, folderOf, isInside } from '../workspace/uris';

/**
 * The folder that counts as the workspace of a file or folder: the git repository around it, else the working directory
 * when it lies in there, else the folder itself. Files outside of it are not read.
 */
export async function workspaceRoot(fileSystem: FileSystem, workingDirectory: string, folder: string): Promise<string> {
  for (let at = folder; ; at = folderOf(at)) {
    if (await fileSystem.stat(childOf(at, '.git'))) return at;
    if (folderOf(at) === at) break;
  }
  return isInside(workingDirectory, folder) ? workingDirectory : folder;
}
