import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The built command. */
export const cli = join(import.meta.dirname, '../../dist/cli.js');

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A real git repository in a temporary folder, and the built command in it. */
export interface Repository {
  readonly folder: string;
  write(path: string, content: string | Uint8Array): void;
  git(...args: string[]): string;
  /** Commits everything; gives the commit's name. */
  commit(message: string): string;
  /** Runs `labelwright` in the folder, or in a folder below it, with a text on its standard input. */
  run(args: readonly string[], below?: string, input?: string): Promise<Run>;
  remove(): void;
}

export function createRepository(): Repository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'labelwright-cli-')));
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  const git = (...args: string[]) =>
    execFileSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '--quiet', '--initial-branch=main');

  return {
    folder,
    write(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    git,
    commit(message) {
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    },
    run: (args, below = '.', input = '') =>
      new Promise((done) => {
        const started = execFile(process.execPath, [cli, ...args], { cwd: join(folder, below) }, (error, out, err) => {
          done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
        });
        started.stdin?.end(input);
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
