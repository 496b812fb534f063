import type { Problems, ProblemsOptions } from '../../../server/src/checks/problems';
import { createProblems } from '../../../server/src/checks/problems';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { noHistory } from '../../../server/src/workspace/history';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import type { Workspace } from '../../../server/src/workspace/workspace';
import { folder, today } from './checking';

export const uriOf = (path: string) => `${folder}/${encodeURI(path)}`;

/** The problems of files in memory, by all that counts for them: configuration, overrides and waivers. */
export function problemsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ProblemsOptions> = {},
): Problems & { readonly workspace: Workspace } {
  const entries = Object.entries(files).map(([path, content]) => [uriOf(path), content]);
  const fileSystem = createMemoryFileSystem(Object.fromEntries(entries));
  const workspace = createWorkspace({ fileSystem, folders: [folder] });
  const problems = createProblems({
    workspace,
    fileSystem,
    history: noHistory,
    bumpBetween: () => 'none',
    today: () => today,
    logFault: (message, cause) => {
      throw new Error(message, { cause });
    },
    ...options,
  });
  return { ...problems, workspace };
}

/** The problems of one of several files: `line level rule`, lines from 1. */
export async function briefly(files: Readonly<Record<string, string>>, path: string): Promise<string[]> {
  const found = await problemsOf(files).of(uriOf(path));
  return found.map(({ range, severity, rule }) => `${range.start.line + 1} ${severity} ${rule}`);
}
