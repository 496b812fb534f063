import { compareGuidelines } from '../compare/compareGuidelines';
import { gradeChanges } from '../grade/gradeChanges';
import type { GuidelineDiff } from '../grade/graded';
import { readOverrides } from '../grade/overrides';
import { kindOfName } from '../model/kind';
import { createWorkspace } from '../workspace/createWorkspace';
import type { FileSystem } from '../workspace/fileSystem';
import { HistoryError } from '../workspace/history';
import { scanForGuidelines } from '../workspace/scan';
import type { Resolved, ResolvedProtocol, ResolvedTaxonomy, Workspace } from '../workspace/workspace';
import type { Environment } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';

/** The files of a repository (or other folder) as they stand, or as they stood at a revision. */
export interface Tree {
  /** The revision as the user named it; nothing for the files as they stand. */
  readonly revision?: string;
  /** The URI of its top. */
  readonly root: string;
  readonly fileSystem: FileSystem;
  readonly workspace: Workspace;
}

/** The files as they stand, of the repository that a folder lies in. */
export async function workingTree(folder: string, environment: Environment): Promise<Tree> {
  const root = await workspaceRoot(environment.fileSystem([]), environment.workingDirectory, folder);
  const fileSystem = environment.fileSystem([root]);
  return { root, fileSystem, workspace: createWorkspace({ fileSystem, folders: [root] }) };
}

/** The files as they stood at a revision, of the repository that a file or folder lies in. */
export async function treeAt(uri: string, revision: string, environment: Environment): Promise<Tree> {
  const fileSystem = await environment.history.at(uri, revision).catch((error: unknown) => {
    throw error instanceof HistoryError ? new UnusableCall(error.message) : error;
  });
  const root = await workspaceRoot(environment.fileSystem([]), environment.workingDirectory, uri);
  return { revision, root, fileSystem, workspace: createWorkspace({ fileSystem, folders: [root] }) };
}

/** A file in a tree, as the user would name it. */
export function nameIn({ revision }: Tree, uri: string, { displayPath }: Environment): string {
  return revision === undefined ? displayPath(uri) : `${revision}:${displayPath(uri)}`;
}

/** A taxonomy or protocol; nothing where a file is none. */
export async function guidelineIn(tree: Tree, uri: string): Promise<ResolvedTaxonomy | ResolvedProtocol | undefined> {
  const resolved = await tree.workspace.resolve(uri).catch((error: unknown) => {
    throw error instanceof HistoryError ? new UnusableCall(error.message) : error;
  });
  return resolved?.kind === 'config' ? undefined : resolved;
}

/** What changed between two versions, judged as the newer one's `labelwright.yaml` says. */
export async function gradedDiff(
  tree: Tree | undefined,
  before: Resolved | undefined,
  after: Resolved | undefined,
): Promise<GuidelineDiff> {
  const config = tree && (await tree.workspace.configOf((after ?? before)?.file.uri ?? ''));
  return gradeChanges(compareGuidelines(before, after), before, after, readOverrides(config));
}

/** The guidelines in a folder, or the file itself; none where there is neither. */
export async function guidelinesBelow({ fileSystem }: Tree, uri: string): Promise<string[]> {
  const stat = await fileSystem.stat(uri);
  if (stat?.type === 'file') return [uri];
  const found = stat ? await scanForGuidelines(fileSystem, uri) : [];
  return found.filter((file) => kindOfName(file) !== 'config');
}
