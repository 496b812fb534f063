// node scripts/real-versions.mjs FOLDER [--all]: brings the versions of label lists of other tools (JSON files, each history
// in a folder of its own below FOLDER, in the order of their names) into our format, compares each version with the one
// before, and prints how often each change was found; with --all every change. Two files are compared with each other.
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { folderArguments } from './folderArguments.mjs';
import { withBundle } from './withBundle.mjs';

const { folder, other, all } = folderArguments('scripts/real-versions.mjs');

/** @param {typeof import('../test/realLabels/versions')} versions */
async function print({ compareVersions }) {
  console.log('| list | from | to | labels | change | times |\n|---|---|---|---|---|---|');
  for (const [old, now] of other === undefined ? await pairsBelow(folder) : [[folder, other]]) {
    const title = (await stat(folder)).isDirectory() ? relative(folder, dirname(now)) : now;
    const names = [old, now].map((path) => path.slice(dirname(path).length + 1));
    for (const found of await compared(compareVersions, title, old, now)) {
      const counts = new Map();
      for (const { id, level } of found.changes) counts.set(`${level} ${id}`, (counts.get(`${level} ${id}`) ?? 0) + 1);
      const start = `| ${found.title} | ${names.join(' | ')} | ${found.labels.join(' → ')}`;
      if (counts.size === 0) console.log(`${start} | – | 0 |`);
      for (const [change, count] of counts) console.log(`${start} | ${change} | ${count} |`);
      if (all) for (const { id, message } of found.changes) console.log(`  ${id}: ${message}`);
    }
  }
}

/** Files that are broken where they come from are said, and passed over. */
async function compared(compareVersions, title, old, now) {
  try {
    return await compareVersions(title, await readFile(old, 'utf8'), await readFile(now, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    console.error(`${old} or ${now} is no JSON: ${error.message}`);
    return [];
  }
}

/** Each version with the one after it, folder by folder. */
async function pairsBelow(top) {
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
  const sorted = paths.map((entry) => join(entry.parentPath, entry.name)).sort();
  return sorted.slice(1).flatMap((path, i) => (dirname(sorted[i]) === dirname(path) ? [[sorted[i], path]] : []));
}

await withBundle('test/realLabels/versions.ts', print);
