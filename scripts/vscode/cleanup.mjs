import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<() => void>} */
const cleanups = new Set();
let installed = false;

/**
 * Runs `cleanup` when this process ends, however it ends (return, exception, Ctrl-C, SIGTERM). It must be synchronous.
 * @param {() => void} cleanup
 * @returns {() => void} does it now, and not again at the end
 */
export function atExit(cleanup) {
  if (!installed) {
    installed = true;
    process.on('exit', () => [...cleanups].reverse().forEach((each) => each()));
    for (const [signal, code] of /** @type {const} */ ([
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ])) {
      process.on(signal, () => process.exit(code));
    }
  }
  cleanups.add(cleanup);
  return () => {
    if (cleanups.delete(cleanup)) cleanup();
  };
}

/**
 * Starts a process that does not outlive this one, nor do its children.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {{ child: import('node:child_process').ChildProcess, stop: () => Promise<void> }} `stop` ends it and waits for its end
 */
export function startProcess(command, args, options = {}) {
  const windows = process.platform === 'win32';
  // A group of its own, so that the extension hosts and the like that it starts end with it.
  const child = spawn(command, args, { ...options, detached: !windows });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const kill = atExit(() => {
    if (child.pid === undefined) return;
    if (windows) {
      spawnSync('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' });
      return;
    }
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  });
  return {
    child,
    async stop() {
      kill();
      if (child.pid !== undefined) await ended;
    },
  };
}

/**
 * Makes an empty folder that is removed when this process ends.
 * @returns {{ path: string, remove: () => void }}
 */
export function temporaryFolder() {
  // A short name: macOS allows VS Code's sockets, in a folder below, a hundred characters.
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'labelwright-')));
  return { path, remove: atExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })) };
}
