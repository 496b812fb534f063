import { reportDiffText } from '../report/diffText';
import { readingProblems } from '../report/readingProblems';
import { createWorkspace } from '../workspace/createWorkspace';
import { decodeText } from '../workspace/decode';
import { folderOf } from '../workspace/uris';
import type { Resolved } from '../workspace/workspace';
import type { Environment, ExitCode } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';
import { gradedDiff, workingTree } from './tree';

/**
 * `labelwright git-diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH …]`: what git calls as its
 * external diff driver. Other files that the guideline uses are read as they stand. It ends with 0 always: git stops at
 * anything else.
 */
export async function runGitDiff(args: readonly string[], environment: Environment): Promise<ExitCode> {
  const [path, oldFile, , , newFile, , , newPath = path] = args;
  if (path === undefined) throw new UnusableCall('git calls this command: labelwright git-setup tells it to.');
  if (oldFile === undefined || newFile === undefined || newPath === undefined) {
    environment.print(`* Unmerged path ${path}\n`);
    return 0;
  }
  const before = await guidelineOf(oldFile, path, environment);
  const after = await guidelineOf(newFile, newPath, environment);
  const problems = readingProblems(before, after);
  const tree = await workingTree(environment.workingDirectory, environment);
  const diff = await gradedDiff(tree, before, after);
  const [from, to] = [before ? `a/${path}` : '/dev/null', after ? `b/${newPath}` : '/dev/null'];
  const { version, today, displayPath, outputIsTerminal } = environment;
  environment.print(`labelwright diff ${from} ${to}\n${problems.map((problem) => `! ${problem}\n`).join('')}`);
  environment.print(
    reportDiffText(
      {
        from,
        to,
        comparisons: [{ from, to, before, after, diff, changes: diff.changes, problems }],
        failOn: 'breaking',
        version,
        today,
        displayPath,
        rootOf: folderOf,
      },
      outputIsTerminal,
    ),
  );
  return 0;
}

/** The guideline that git put into a file, as if it stood at its path; nothing where there was none. */
async function guidelineOf(file: string, path: string, environment: Environment): Promise<Resolved | undefined> {
  if (/^(\/dev\/null|nul)$/i.test(file)) return undefined;
  const bytes = await environment.fileSystem([]).read(environment.uriOf(file));
  if (!bytes) return undefined;
  const uri = environment.uriOf(path);
  const root = await workspaceRoot(environment.fileSystem([]), environment.workingDirectory, folderOf(uri));
  const workspace = createWorkspace({ fileSystem: environment.fileSystem([root]), folders: [root] });
  workspace.open(uri, decodeText(bytes));
  return workspace.resolve(uri);
}
