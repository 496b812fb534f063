import type { Problems } from '../checks/problems';
import { createProblems } from '../checks/problems';
import type { Level } from '../checks/tiers';
import { changeIds } from '../compare/compareGuidelines';
import { bumpBetween } from '../grade/bumpBetween';
import { readOverrides } from '../grade/overrides';
import { createWorkspace } from '../workspace/createWorkspace';
import type { FileSystem } from '../workspace/fileSystem';
import type { Workspace } from '../workspace/workspace';
import type { Environment } from './environment';

/** What checks the files of one repository. */
export interface CheckSession {
  readonly fileSystem: FileSystem;
  readonly workspace: Workspace;
  readonly problems: Problems;
}

/** `root` is the folder whose files may be read; `levels` go before those of its configuration. */
export function createCheckSession(
  root: string,
  levels: ReadonlyMap<string, Level>,
  environment: Environment,
): CheckSession {
  const { history, loadWasm, logFault, today } = environment;
  const fileSystem = environment.fileSystem([root]);
  const workspace = createWorkspace({ fileSystem, folders: [root] });
  const problems = createProblems({
    fileSystem,
    workspace,
    history,
    bumpBetween: async (before, after) =>
      bumpBetween(before, after, readOverrides(await workspace.configOf(after.file.uri))),
    changeIds: changeIds(),
    levels,
    loadWasm,
    logFault,
    today: () => today,
  });
  return { fileSystem, workspace, problems };
}
