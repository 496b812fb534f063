// node scripts/real-labels.mjs FOLDER [--all]: brings the label lists of other tools, each in a folder of its tool's name
// below FOLDER, into our format, checks them, and prints how often each rule speaks of each; with --all every problem.
import { build } from 'esbuild';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) {
  console.error('Name the folder with the label lists: node scripts/real-labels.mjs FOLDER');
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = await mkdtemp(join(root, 'node_modules', '.labels-'));
try {
  const outfile = join(directory, 'check.mjs');
  await build({
    entryPoints: [join(root, 'test/realLabels/check.ts')],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    external: ['yaml', 'fs', 'path'],
    logLevel: 'warning',
  });
  /** @type {typeof import('../test/realLabels/check')} */
  const { checkLabels } = await import(pathToFileURL(outfile).href);
  console.log('| list | labels | rule | problems |\n|---|---|---|---|');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const name = relative(folder, path).replaceAll('\\', '/');
    for (const { title, labels, problems } of await checkLabels(name, await readFile(path, 'utf8'))) {
      const counts = new Map();
      for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
      if (counts.size === 0) console.log(`| ${title} | ${labels} | – | 0 |`);
      for (const [rule, count] of counts) console.log(`| ${title} | ${labels} | ${rule} | ${count} |`);
      if (values.all)
        for (const { rule, message, at } of problems) console.log(`  ${rule}: ${message} [${at.slice(0, 60)}]`);
    }
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
