import { folderOf, isInside } from '../workspace/uris';
import type { Environment } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';
import type { Tree } from './tree';
import { treeAt, workingTree } from './tree';

/** A file or folder in a version, as the user named it. */
export interface NamedPlace {
  readonly name: string;
  readonly tree: Tree;
  readonly uri: string;
  readonly type: 'file' | 'folder';
}

/** A name as `REV:path`; nothing for a path. A letter before a colon is a drive of Windows. */
const inRevision = /^(?![A-Za-z]:[\\/])((?:[^:{]|\{[^}]*\})+):(.+)$/s;

/** Finds what the user names: a file or folder, or `REV:path` with the path from here or from the top of the repository. */
export async function findPlace(name: string, environment: Environment): Promise<NamedPlace> {
  const asFile = environment.uriOf(name);
  const found = await environment.fileSystem([]).stat(asFile);
  const [, revision, path] = inRevision.exec(name) ?? [];
  if (found || revision === undefined || path === undefined) {
    if (!found) throw new UnusableCall(`There is no file or folder “${name}”.`);
    const tree = await workingTree(found.type === 'folder' ? asFile : folderOf(asFile), environment);
    return { name, tree, uri: asFile, type: found.type };
  }

  const tree = await treeAt(environment.uriOf(path), revision, environment);
  for (const uri of await candidates(path, environment)) {
    const stat = await tree.fileSystem.stat(uri);
    if (stat) return { name, tree, uri, type: stat.type };
  }
  throw new UnusableCall(`There is no file or folder “${path}” at revision “${revision}”.`);
}

/** The path from the working directory, then from each folder above it up to the top of the repository. */
async function candidates(path: string, environment: Environment): Promise<string[]> {
  const { workingDirectory } = environment;
  const root = await workspaceRoot(environment.fileSystem([]), workingDirectory, workingDirectory);
  const fromHere = environment.uriOf(path);
  if (!isInside(workingDirectory, fromHere)) return [fromHere];
  const relative = fromHere.slice(workingDirectory.length);
  const found = [fromHere];
  for (let at = workingDirectory; at !== root && isInside(root, at);) {
    at = folderOf(at);
    found.push(`${at}${relative}`);
  }
  return found;
}
