import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles `index.ts` and each `*.suite.ts` for the extension host. Mocha goes into the bundle of `index.ts` (it is an ES
 * module, and older hosts cannot require one); the suites find it by its globals.
 * @param {string} folder where the bundles go
 * @returns {Promise<string>} the module whose `run()` the host calls
 */
export async function buildHostSuites(folder) {
  await rm(folder, { recursive: true, force: true });
  const suites = readdirSync(source).filter((name) => name.endsWith('.suite.ts'));
  await build({
    entryPoints: ['index.ts', ...suites].map((name) => join(source, name)),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    // Mocha's workers for parallel runs, which are not used.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
  return join(folder, 'index.cjs');
}
