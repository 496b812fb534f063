import type { Problem } from '../checks/problem';
import { createProblems } from '../checks/problems';
import { bumpBetween } from '../grade/bumpBetween';
import { reportProblemsJson } from '../report/problemsJson';
import { reportProblemsText } from '../report/problemsText';
import { createWorkspace } from '../workspace/createWorkspace';
import { scanForGuidelines } from '../workspace/scan';
import { folderOf } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Environment, ExitCode, Format } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';

export interface CheckOptions {
  readonly format: Format;
}

/** `labelwright check PATH…`: ends with 1 when there is a problem at error level. */
export async function runCheck(
  paths: readonly string[],
  { format }: CheckOptions,
  environment: Environment,
): Promise<ExitCode> {
  const problems: Problem[] = [];
  let files = 0;
  for (const [root, uris] of await filesByRoot(paths, environment)) {
    const fileSystem = environment.fileSystem([root]);
    const workspace = createWorkspace({ fileSystem, folders: [root] });
    const { of } = createProblems({
      ...environment,
      fileSystem,
      workspace,
      bumpBetween,
      today: () => environment.today,
    });
    for (const uri of uris) {
      for (const problem of (await notAGuideline(workspace, uri)) ?? (await of(uri))) problems.push(problem);
      files++;
    }
  }
  const report = format === 'json' ? reportProblemsJson : reportProblemsText;
  environment.print(report(problems, files, environment.displayPath));
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The guideline files that paths name, each once, by the workspace they are in: files as they are, folders with all below them. */
async function filesByRoot(paths: readonly string[], environment: Environment): Promise<Map<string, Set<string>>> {
  const { workingDirectory } = environment;
  const fileSystem = environment.fileSystem([]);
  const found = new Map<string, Set<string>>();
  for (const path of paths) {
    const uri = environment.uriOf(path);
    const stat = await fileSystem.stat(uri);
    if (!stat) throw new UnusableCall(`There is no file or folder “${path}”.`);
    const isFolder = stat.type === 'folder';
    const root = await workspaceRoot(fileSystem, workingDirectory, isFolder ? uri : folderOf(uri));
    const files = isFolder ? await scanForGuidelines(fileSystem, uri) : [uri];
    if (files.length === 0) {
      throw new UnusableCall(
        `There is no guideline in “${path}”. Guidelines are files whose names end in .taxonomy.yaml or .protocol.yaml.`,
      );
    }
    const known = found.get(root);
    if (known) for (const file of files) known.add(file);
    else found.set(root, new Set(files));
  }
  return found;
}

/** A file that was named and is no guideline is a mistake worth a problem: a check that passes it would mislead. */
async function notAGuideline(workspace: Workspace, uri: string): Promise<Problem[] | undefined> {
  if (await workspace.file(uri)) return undefined;
  const start = { line: 0, character: 0 };
  return [
    {
      uri,
      range: { start, end: start },
      severity: 'error',
      rule: 'schema',
      message:
        'This file is no guideline: its name does not end in .taxonomy.yaml or .protocol.yaml, and its first key is neither “taxonomy” nor “protocol”.',
      docs: 'docs/rules/schema.md',
      fixes: [],
    },
  ];
}
