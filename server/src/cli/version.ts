import { nameOf } from '../workspace/uris';
import type { FileSystem } from '../workspace/fileSystem';
import { createWorkspace } from '../workspace/createWorkspace';
import { HistoryError } from '../workspace/history';
import { folderOf, isInside } from '../workspace/uris';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import type { Environment } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';

/** One side of a comparison. */
export interface NamedVersion {
  /** As the user named it. */
  readonly name: string;
  readonly guideline: ResolvedTaxonomy | ResolvedProtocol;
}

/** Reads what the user names: a file, or `REV:path` with the path from here or from the top of the repository. */
export async function readVersion(name: string, environment: Environment): Promise<NamedVersion> {
  const { workingDirectory } = environment;
  const fileSystem = environment.fileSystem([]);
  const asFile = environment.uriOf(name);
  const [, revision, path] = /^(?![A-Za-z]:[\\/])((?:[^:{]|\{[^}]*\})+):(.+)$/s.exec(name) ?? [];
  const found = await fileSystem.stat(asFile);
  if (found?.type === 'folder') throw new UnusableCall(`“${name}” is a folder. Name the guideline's file.`);
  if (found || revision === undefined || path === undefined) {
    if (!found) throw new UnusableCall(`There is no file “${name}”.`);
    const folder = await workspaceRoot(fileSystem, workingDirectory, folderOf(asFile));
    return readIn(environment.fileSystem([folder]), asFile, name, folder);
  }

  const root = await workspaceRoot(fileSystem, workingDirectory, workingDirectory);
  const old = await environment.history.at(environment.uriOf(path), revision).catch((error: unknown) => {
    throw error instanceof HistoryError ? new UnusableCall(error.message) : error;
  });
  for (const uri of candidates(path, environment, root)) {
    if ((await old.stat(uri))?.type === 'file') return readIn(old, uri, name, root);
  }
  throw new UnusableCall(`There is no file “${path}” at revision “${revision}”.`);
}

/** The path from the working directory, then from each folder above it up to the top of the repository. */
function candidates(path: string, environment: Environment, root: string): string[] {
  const fromHere = environment.uriOf(path);
  const { workingDirectory } = environment;
  if (!isInside(workingDirectory, fromHere)) return [fromHere];
  const relative = fromHere.slice(workingDirectory.length);
  const found = [fromHere];
  for (let at = workingDirectory; at !== root && isInside(root, at);) {
    at = folderOf(at);
    found.push(`${at}${relative}`);
  }
  return found;
}

async function readIn(fileSystem: FileSystem, uri: string, name: string, root: string): Promise<NamedVersion> {
  const guideline = await createWorkspace({ fileSystem, folders: [root, folderOf(uri)] }).resolve(uri);
  if (!guideline || guideline.kind === 'config') {
    throw new UnusableCall(`“${name}” (${nameOf(uri)}) is no taxonomy and no protocol, so it cannot be compared.`);
  }
  return { name, guideline };
}
