// node scripts/real-annotations.mjs FOLDER: reads every file below FOLDER that may hold annotations, and prints what came of it.
// Where a folder has `input…` and `expected…` files, the same annotations in two formats, their geometry is compared.
import { build } from 'esbuild';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder with the annotations: node scripts/real-annotations.mjs FOLDER');
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = await mkdtemp(join(root, 'node_modules', '.annotations-'));
try {
  const outdir = join(directory, 'out');
  await build({
    entryPoints: ['table.ts', 'compare.ts'].map((name) => join(root, 'test/realAnnotations', name)),
    outdir,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    splitting: true,
    external: ['node:*', 'fs', 'path'],
    logLevel: 'warning',
  });
  /** @type {typeof import('../test/realAnnotations/table')} */
  const { rowOf, readOne } = await import(pathToFileURL(join(outdir, 'table.js')).href);
  /** @type {typeof import('../test/realAnnotations/compare')} */
  const { compareFiles } = await import(pathToFileURL(join(outdir, 'compare.js')).href);
  const read = (path) =>
    readFile(join(folder, path)).then(
      (bytes) => new Uint8Array(bytes),
      () => undefined,
    );
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
  console.log('| format | file | images | annotations | problems |\n|---|---|---|---|---|');
  const others = [];
  for (const path of paths) {
    const row = await rowOf(path, read);
    if (!row) others.push(path);
    else {
      const { format, images, annotations, shapes, problems } = row;
      console.log(`| ${format} | ${path} | ${images} | ${annotations}: ${shapes} | ${problems.join(' ')} |`);
    }
  }
  console.log(`\nNo annotations, or of no format that is known: ${others.length} files`);
  for (const path of others.filter((one) => !/\.(jpe?g|csv)$/.test(one))) console.log(`  ${path}`);

  const inputs = paths.map((path) => /^(.*\/)?input[._]([^/]*?)(\.nii)?\.json$/.exec(path)).filter((match) => match);
  if (inputs.length > 0) console.log('\n| the same in two formats | geometry |\n|---|---|');
  for (const [path, base = '', name] of inputs) {
    const isOne = inputs.filter(([, other = '']) => other === base).length === 1;
    const results = paths.filter((one) => one.startsWith(`${base}expected`) && (isOne || one.includes(`/${name}/`)));
    const input = await readOne(path, read);
    for (const result of results) {
      const file = await readOne(result, read);
      if (input && file) console.log(`| ${result} | ${compareFiles(input, file).join('; ')} |`);
    }
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
