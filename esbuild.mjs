import { copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const production = !process.argv.includes('--development');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  // UMD wrappers of some dependencies hide their imports from a bundler; their ES modules do not.
  mainFields: ['module', 'main'],
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

/** @type {import('esbuild').BuildOptions} */
const browser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  // Scripts of the image decoders ask for these in Node only.
  external: ['fs', 'path'],
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: { cli: 'server/src/main/cli.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: { server: 'server/src/main/server.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { imageWorker: 'server/src/main/imageWorker.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { client: 'client/src/main.node.ts' }, outdir: 'dist', external: ['vscode'] },
  {
    ...browser,
    entryPoints: { 'client.web': 'client/src/main.browser.ts' },
    outdir: 'dist',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...browser, entryPoints: { 'server.worker': 'server/src/main/browser.ts' }, outdir: 'dist', format: 'iife' },
  {
    ...browser,
    entryPoints: {
      preview: 'client/src/preview/webview/main.ts',
      image: 'client/src/image/webview/main.ts',
      diff: 'client/src/diff/webview/main.ts',
      // Not pages: those fetch them when they are needed, and run them as workers.
      allDecoders: 'client/src/viewer/webview/worker/allDecoders.ts',
      annotations: 'client/src/viewer/webview/worker/annotations.ts',
    },
    outdir: 'dist/webview',
    format: 'iife',
  },
  {
    // It starts with the page, so it is small: what it has not got, `allDecoders` has.
    ...browser,
    entryPoints: { decoder: 'client/src/viewer/webview/worker/decoder.ts' },
    outdir: 'dist/webview',
    format: 'iife',
    external: [...browser.external, '@cornerstonejs/*', './server/src/annotations/images/tiff.ts'],
  },
];

/** Compiled decoders, which pages fetch when an image needs them. */
const wasm = {
  openjpeg: '@cornerstonejs/codec-openjpeg/decodewasm',
  charls: '@cornerstonejs/codec-charls/decodewasm',
  openjph: '@cornerstonejs/codec-openjph/wasm',
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist/webview', { recursive: true });
for (const [name, module] of Object.entries(wasm)) {
  await copyFile(createRequire(import.meta.url).resolve(module), `dist/webview/${name}.wasm`);
}
if (watch) {
  await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
} else {
  // What is wrong is printed by esbuild itself.
  await Promise.all(bundles.map((options) => build(options))).catch(() => (process.exitCode = 1));
}
