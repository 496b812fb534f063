import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup.mjs';

/**
 * Copies a guideline into a git repository of its own, with two commits: the first is the guideline as `before` leaves
 * it, the second is the guideline as it is.
 * @param {string} folder what to copy
 * @param {(copy: string) => void} [before] edits the copy into the earlier version; by default its titles and versions are others
 * @returns {{ path: string, remove: () => void }} removed at the end of this process at the latest
 */
export function temporaryWorkspace(folder, before = changeTitles) {
  const parent = temporaryFolder();
  const path = join(parent.path, 'guideline');
  cpSync(folder, path, { recursive: true });
  git(path, 'init', '--quiet', '--initial-branch=main');
  before(path);
  commit(path, 'First version');
  cpSync(folder, path, { recursive: true });
  commit(path, 'Second version');
  return { path, remove: parent.remove };
}

/** @param {string} folder */
function changeTitles(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(taxonomy|protocol)\.yaml$/.test(name)) continue;
    const file = join(folder, name);
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(/^title:.*$/m, 'title: An earlier title')
        .replace(/^version:.*$/m, 'version: 1.0.0'),
    );
  }
}

/**
 * @param {string} path
 * @param {string} message
 */
function commit(path, message) {
  git(path, 'add', '--all');
  git(path, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/**
 * @param {string} path
 * @param {...string} args
 */
function git(path, ...args) {
  // Whoever runs the tests may have hooks, a signing key or, inside a hook, GIT_DIR: none of them belongs here.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const settings = {
    'user.name': 'Test Reader',
    'user.email': 'reader@example.org',
    'commit.gpgsign': 'false',
    'core.hooksPath': '',
    'core.autocrlf': 'false',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  execFileSync('git', [...options, ...args], { cwd: path, env });
}
