// node scripts/real-sides.mjs FOLDER [--all]: brings the label lists of other tools, each in a folder of its tool's name below
// FOLDER, into our format, writes left and right in other ways, and prints how many labels the comparison confused with
// those of the other side, or lost; with --all which.
import { build } from 'esbuild';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) {
  console.error('Name the folder with the label lists: node scripts/real-sides.mjs FOLDER');
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = await mkdtemp(join(root, 'node_modules', '.sides-'));
try {
  const outfile = join(directory, 'sides.mjs');
  await build({
    entryPoints: [join(root, 'test/realLabels/sides.ts')],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    external: ['yaml', 'fs', 'path'],
    logLevel: 'warning',
  });
  /** @type {typeof import('../test/realLabels/sides')} */
  const { compareSides } = await import(pathToFileURL(outfile).href);
  console.log('| written as | lists | labels | confused | lost |\n|---|---|---|---|---|');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const ways = new Map();
  for (const path of paths.sort()) {
    const name = relative(folder, path).replaceAll('\\', '/');
    for (const { title, way, labels, crossed, lost } of await compareSides(name, await readFile(path, 'utf8'))) {
      const sums = ways.get(way) ?? [0, 0, 0, 0];
      ways.set(way, sums);
      [1, labels, crossed.length, lost.length].forEach((count, i) => (sums[i] += count));
      if (!values.all) continue;
      for (const pair of crossed) console.error(`${title}, ${way}, confused: ${pair}`);
      for (const pair of lost) console.error(`${title}, ${way}, lost: ${pair}`);
    }
  }
  for (const [way, sums] of ways) console.log(`| ${way} | ${sums.join(' | ')} |`);
} finally {
  await rm(directory, { recursive: true, force: true });
}
