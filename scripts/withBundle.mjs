import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles a TypeScript module of the project for Node, imports it, and takes the bundle away when `use` is done.
 * @template T
 * @param {string} path from the project's root
 * @param {(module: T) => Promise<void>} use
 */
export async function withBundle(path, use) {
  const directory = await mkdtemp(join(root, 'node_modules', '.bundle-'));
  try {
    const outfile = join(directory, 'bundle.mjs');
    await build({
      entryPoints: [join(root, path)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // Its scripts find what they need by their own place.
      external: ['@cornerstonejs/*'],
      // What is bundled of CommonJS asks for modules of Node by require.
      banner: {
        js: "import * as nodeModule from 'node:module'; const require = nodeModule.createRequire(import.meta.url);",
      },
      logLevel: 'warning',
    });
    await use(await import(pathToFileURL(outfile).href));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
