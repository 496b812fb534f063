import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../vscode/project.mjs';

/**
 * Measures the viewer of images.
 * @param {number} runs
 * @returns {Promise<readonly { name: string, samples: readonly number[] }[]>}
 */
export async function timeViewer(runs) {
  const folder = await mkdtemp(join(projectRoot, 'node_modules', '.speed-'));
  try {
    const outfile = join(folder, 'speed.mjs');
    await build({
      entryPoints: [join(projectRoot, 'test/pages/speed.ts')],
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
    return await measureViewer(runs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
