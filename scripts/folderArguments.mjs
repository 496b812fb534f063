import { parseArgs } from 'node:util';

/**
 * The folder that a script was given, what stands behind it (`other`), and whether it is to print a line for each file
 * (`--all`). Ends the script with a sentence when there is no folder.
 * @param {string} script how it is called
 */
export function folderArguments(script) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
  const [folder, other] = positionals;
  if (folder === undefined) {
    console.error(`Name the folder: node ${script} FOLDER [--all]`);
    process.exit(2);
  }
  return { folder, other, all: values.all === true };
}
