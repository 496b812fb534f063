import { spawn } from 'node:child_process';
import { projectRoot } from './vscode/project.mjs';

/** Everything that must hold, the quick checks first. Each step is a command of its own. */
const steps = [
  ['types', 'npx', 'tsc', '--noEmit', '-p', '.'],
  ['lint', 'npx', 'eslint', '.', '--max-warnings', '0'],
  ['format', 'npx', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['pages of the rules are up to date', 'node', 'scripts/rule-docs.mjs', '--check'],
  ['page of all keys is up to date', 'node', 'scripts/reference-docs.mjs', '--check'],
  ['page of the changes is up to date', 'node', 'scripts/change-docs.mjs', '--check'],
  ['images of the example are what their script makes', 'node', 'scripts/make-example-images.mjs', '--check'],
  ['unit', 'npx', 'vitest', 'run', '--project', 'unit'],
  ['images and their decoders', 'npx', 'vitest', 'run', '--project', 'images'],
  ['language server', 'npx', 'vitest', 'run', '--project', 'language'],
  ['command line', 'npx', 'vitest', 'run', '--project', 'cli'],
  ['browser worker', 'npx', 'vitest', 'run', '--config', 'test/worker/vitest.config.mjs'],
  ['pages', 'npx', 'vitest', 'run', '--config', 'test/pages/vitest.config.mjs'],
  ['extension host', 'node', 'test/host/run.mjs'],
  ['workbench', 'npx', 'vitest', 'run', '--config', 'test/workbench/vitest.config.mjs'],
];

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it ended well
 */
function run(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () => done(false));
    child.once('close', (code) => done(code === 0));
  });
}

const only = process.argv.slice(2);
const results = [];
for (const [name, command, ...args] of steps) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n--- ${name}`);
  const started = Date.now();
  const passed = await run(command, args);
  results.push({ name, passed, seconds: Math.round((Date.now() - started) / 1000) });
}

console.log('');
for (const { name, passed, seconds } of results) console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
if (failed > 0 || results.length === 0) process.exitCode = 1;
