// node scripts/read-images.mjs FOLDER [--all]: reads every image below FOLDER, all slices, and prints how many of each format
// and variant were read, which are equal to the uncompressed file they were made of (NAME.dcm of NAME.dcm_….dcm and of a
// compressed NAME_….dcm) or, where the syntax is lossy, how near they are, and what was refused; with --all a line for each
// file. Ends with 1 when one is not what its syntax promises.
import { folderArguments } from './folderArguments.mjs';
import { withBundle } from './withBundle.mjs';

const { folder, all } = folderArguments('scripts/read-images.mjs');

/** @param {typeof import('../test/images/table')} table */
async function print({ readImages }) {
  const groups = new Map();
  for await (const { name, format = 'unknown', size, result } of readImages(folder)) {
    const line = `${format} | ${result}`;
    if (all) console.log(`| ${name} | ${format} | ${size} | ${result} |`);
    groups.set(line, (groups.get(line) ?? 0) + 1);
    if (result.startsWith('WRONG')) process.exitCode = 1;
  }
  console.log('\n| format and variant | result | files |\n|---|---|---|');
  for (const [line, count] of [...groups].sort()) console.log(`| ${line} | ${count} |`);
}

await withBundle('test/images/table.ts', print);
