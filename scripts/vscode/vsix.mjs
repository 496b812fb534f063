import { createVSIX } from '@vscode/vsce';
import { projectRoot } from './project.mjs';

/**
 * Packs the built extension.
 * @param {string} path of the VSIX to be written
 */
export async function packageVsix(path) {
  await createVSIX({ cwd: projectRoot, packagePath: path, dependencies: false });
}
