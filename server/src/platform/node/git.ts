import { execFile } from 'node:child_process';
import { HistoryError } from '../../workspace/history';

/** What a git command printed, or that it failed and what it said. */
export interface GitResult {
  readonly ok: boolean;
  readonly output: Buffer;
  readonly message: string;
}

const largestOutput = 256 * 1024 * 1024;

/**
 * The process's environment without what names another repository or program (a hook has such variables), and without
 * any way to fetch: what is missing in a partial clone stays missing.
 */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/**
 * Runs git in a folder, with a text on its standard input. Nothing that a repository configures is run by it, and
 * nothing is written.
 */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<GitResult> {
  const safe = [
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.quotePath=false',
    '--no-optional-locks',
    '--literal-pathspecs',
  ];
  return new Promise((done, fail) => {
    const started = execFile(
      'git',
      [...safe, ...args],
      { cwd: folder, encoding: 'buffer', maxBuffer: largestOutput, env: environment() },
      (error, stdout, stderr) => {
        if (error && 'code' in error && error.code === 'ENOENT') {
          fail(new HistoryError('git was not found. Install git to compare versions.'));
        } else {
          done({ ok: !error, output: stdout, message: stderr.toString().trim() });
        }
      },
    );
    // How the process ends is told above, also when it has not read all.
    started.stdin?.on('error', () => {});
    started.stdin?.end(input);
  });
}
