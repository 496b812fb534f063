import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Builds where nothing is built yet: for those who install Labelwright from its git repository, as pre-commit does. npm
 * prints what a script says to its standard output, where others read the name of a package: nothing is printed.
 */
const cwd = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} command */
function run(command) {
  // In a global installation, which this may be part of, npm would take its place for this folder.
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'user' };
  execSync(command, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

if (!existsSync(new URL('../dist/cli.js', import.meta.url))) {
  if (!existsSync(new URL('../node_modules/esbuild', import.meta.url))) run('npm ci --ignore-scripts');
  run('npm run build');
}
