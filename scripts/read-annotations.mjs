// node scripts/read-annotations.mjs FOLDER [--all]: reads every file below FOLDER that may hold annotations, and prints how
// many annotations of each format and variant were read, and what could not be; with --all a line for each file. Where a
// folder has `input…` and `expected…` files, the same annotations in two formats, their geometry is compared. Ends with 1
// when one differs.
import { folderArguments } from './folderArguments.mjs';
import { withBundle } from './withBundle.mjs';

const { folder, all } = folderArguments('scripts/read-annotations.mjs');

/** @param {typeof import('../test/annotations/table')} table */
async function print({ compareConversions, filesIn, rowOf }) {
  const groups = new Map();
  const others = [];
  for (const path of await filesIn(folder)) {
    const { file, variants } = await rowOf(folder, path);
    if (!file) {
      others.push(path);
      continue;
    }
    if (all) {
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
  if (all) for (const path of others) console.log(`  ${path}`);
  console.log('\n| the same in two formats | geometry |\n|---|---|');
  for await (const [path, how] of compareConversions(folder)) {
    console.log(`| ${path} | ${how} |`);
    if (/WRONG|no counterpart/.test(how)) process.exitCode = 1;
  }
}

await withBundle('test/annotations/table.ts', print);
