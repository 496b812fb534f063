import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './project.mjs';

const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--skip-license'];

/**
 * Packs the built extension, or another one. vsce's own words are shown only when it fails.
 * @param {string} path of the VSIX to be written
 * @param {string} [folder] of the extension's package.json
 */
export async function packageVsix(path, folder = projectRoot) {
  const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
  await promisify(execFile)(process.execPath, [vsce, 'package', ...options, '--out', path], { cwd: folder }).catch(
    ({ stdout, stderr }) => {
      throw new Error(`The extension could not be packed:\n${stdout}${stderr}`);
    },
  );
}
