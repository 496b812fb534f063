import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './project.mjs';

/**
 * Packs the built extension. vsce's own words are shown only when it fails.
 * @param {string} path of the VSIX to be written
 */
export async function packageVsix(path) {
  const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
  await promisify(execFile)(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', path],
    {
      cwd: projectRoot,
    },
  ).catch(({ stdout, stderr }) => {
    throw new Error(`The extension could not be packed:\n${stdout}${stderr}`);
  });
}
