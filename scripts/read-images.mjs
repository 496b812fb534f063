// node scripts/read-images.mjs FOLDER [--all]: reads every image below FOLDER, all slices, and prints how many of each format
// and variant were read, which are equal to the file they were made of (NAME.dcm and NAME.dcm_….dcm), and what was refused;
// with --all a line for each file.
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) {
  console.error('Name the folder with the images: node scripts/read-images.mjs FOLDER');
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = await mkdtemp(join(root, 'node_modules', '.images-'));
try {
  const outfile = join(directory, 'table.mjs');
  await build({
    entryPoints: [join(root, 'test/images/table.ts')],
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
  const { readImages } = await import(pathToFileURL(outfile).href);
  const groups = new Map();
  for await (const row of readImages(folder)) {
    const line = [row.format ?? 'unknown', row.result];
    if (values.all) console.log(`| ${row.name} | ${line[0]} | ${row.size} | ${line[1]} |`);
    groups.set(line.join(' | '), (groups.get(line.join(' | ')) ?? 0) + 1);
  }
  console.log('\n| format and variant | result | files |\n|---|---|---|');
  for (const [line, count] of [...groups].sort()) console.log(`| ${line} | ${count} |`);
} finally {
  await rm(directory, { recursive: true, force: true });
}
