import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../vscode/project.mjs';

/**
 * @typedef {object} ViewerResult
 * @property {string} name
 * @property {'ms' | 'times'} unit
 * @property {readonly number[]} ours
 * @property {readonly number[]} [niivue]
 */

/**
 * Measures the viewer of images in a real VS Code, and niivue beside it.
 * @param {{ runs: number, say: (line: string) => void }} options
 * @returns {Promise<readonly ViewerResult[]>}
 */
export async function timeViewer({ runs, say }) {
  const folder = await mkdtemp(join(projectRoot, 'node_modules', '.speed-'));
  try {
    const outfile = join(folder, 'speed.mjs');
    await build({
      entryPoints: [join(projectRoot, 'test/speed/measure.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      // Its own scripts find files by their place.
      external: ['../../scripts/vscode/*'],
      logLevel: 'warning',
    });
    const { measureViewer } = await import(pathToFileURL(outfile).href);
    return await measureViewer(runs, say);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
