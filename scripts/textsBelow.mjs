import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * The files below a folder, in the order of their paths, as text.
 * @param {string} folder
 * @returns {AsyncGenerator<{ name: string, text: string }>} `name` is the path from the folder, with slashes
 */
export async function* textsBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    yield { name: relative(folder, path).replaceAll('\\', '/'), text: await readFile(path, 'utf8') };
  }
}
