// node scripts/read-annotations.mjs FOLDER [--all]: reads every file below FOLDER that may hold annotations, and prints how
// many annotations of each format and variant were read, and what could not be; with --all a line for each file. Where a
// folder has `input…` and `expected…` files, the same annotations in two formats, their geometry is compared.
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) {
  console.error('Name the folder with the annotations: node scripts/read-annotations.mjs FOLDER');
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = await mkdtemp(join(root, 'node_modules', '.annotations-'));
try {
  const outfile = join(directory, 'table.mjs');
  await build({
    entryPoints: [join(root, 'test/annotations/table.ts')],
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
  /** @type {typeof import('../test/annotations/table')} */
  const { compareConversions, filesIn, rowOf } = await import(pathToFileURL(outfile).href);
  const groups = new Map();
  const others = [];
  for (const path of await filesIn(folder)) {
    const { file, variants } = await rowOf(folder, path);
    if (!file) {
      others.push(path);
      continue;
    }
    if (values.all) {
      const found = [...variants].map(([variant, count]) => `${count} ${variant}`).join(', ');
      console.log(`| ${path} | ${file.format} | ${found || 'none'} | ${file.problems.join(' ')} |`);
    }
    const count = (line, annotations) => {
      const group = groups.get(line) ?? { files: new Set(), annotations: 0 };
      group.files.add(path);
      group.annotations += annotations;
      groups.set(line, group);
    };
    for (const [variant, annotations] of variants) count(`${file.format} | ${variant} | read`, annotations);
    if (variants.size === 0) count(`${file.format} | no annotations | read`, 0);
    // What is named in a sentence differs from file to file.
    for (const problem of file.problems) count(`${file.format} | | told: ${problem.replace(/“[^”]*”/g, '“…”')}`, 0);
  }
  console.log('\n| format | variant | result | files | annotations |\n|---|---|---|---|---|');
  for (const [line, { files, annotations }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`| ${line} | ${files.size} | ${annotations || ''} |`);
  }
  console.log(`\nNo annotations, or of no format that is known: ${others.length} files`);
  if (values.all) for (const path of others) console.log(`  ${path}`);
  console.log('\n| the same in two formats | geometry |\n|---|---|');
  for await (const [path, how] of compareConversions(folder)) console.log(`| ${path} | ${how} |`);
} finally {
  await rm(directory, { recursive: true, force: true });
}
