import { decodeText } from '../workspace/decode';
import { childOf } from '../workspace/uris';
import type { Environment, ExitCode } from './environment';
import { UnusableCall } from './environment';
import { workspaceRoot } from './root';

const patterns = ['*.taxonomy.yaml', '*.taxonomy.yml', '*.protocol.yaml', '*.protocol.yml'];
const attribute = 'diff=labelwright';

/** `labelwright git-setup`: lets `git diff` show changes of guidelines by what they mean, in this repository. */
export async function runGitSetup(options: { readonly remove?: boolean }, environment: Environment): Promise<ExitCode> {
  const { workingDirectory, fileSystem } = environment;
  const root = await workspaceRoot(fileSystem([]), workingDirectory, workingDirectory);
  if (!(await fileSystem([]).stat(childOf(root, '.git')))) {
    throw new UnusableCall('There is no git repository here. Run git init first, or go to the folder of one.');
  }
  const remove = options.remove ?? false;
  const call = environment.command.map(quotedForShell).join(' ');
  await environment.configureGit(root, [
    ['diff.labelwright.command', remove ? undefined : `${call} git-diff`],
    ['diff.labelwright.textconv', remove ? undefined : `${call} textconv`],
  ]);
  const uri = childOf(root, '.gitattributes');
  const bytes = await fileSystem([]).read(uri);
  const before = bytes ? decodeText(bytes) : '';
  const after = remove ? withoutLines(before) : withLines(before);
  if (after === '' && before !== '') await environment.removeFile(uri);
  else if (after !== before) await environment.replaceFile(uri, new TextEncoder().encode(after));
  environment.print(remove ? removed : done);
  return 0;
}

const done = `git diff now shows changes of guidelines by what they mean, in this repository.

.gitattributes says which files; commit it for the others. Each of them runs labelwright git-setup once.
git log -p and git show compare guidelines line by line, without what means nothing; with --ext-diff by meaning.
git diff --no-ext-diff --no-textconv shows the lines as they are. labelwright git-setup --remove takes it back.
`;

const removed = 'git diff shows the lines of guidelines again, in this repository.\n';

/** git runs the command in a shell. */
function quotedForShell(word: string): string {
  return `'${word.replaceAll('\\', '/').replaceAll("'", `'\\''`)}'`;
}

function withLines(text: string): string {
  const lines = new Set(text.split(/\r?\n/));
  const missing = patterns.map(lineOf).filter((line) => !lines.has(line));
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return missing.length === 0 ? text : `${start}${missing.join('\n')}\n`;
}

function withoutLines(text: string): string {
  const ours = new Set(patterns.map(lineOf));
  return text
    .split('\n')
    .filter((line) => !ours.has(line.trimEnd()))
    .join('\n');
}

function lineOf(pattern: string): string {
  return `${pattern} ${attribute}`;
}
