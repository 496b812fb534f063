// node scripts/real-sides.mjs FOLDER [--all]: brings the label lists of other tools, each in a folder of its tool's name below
// FOLDER, into our format, writes left and right in other ways, and prints how many labels the comparison confused with
// those of the other side, or lost; with --all which.
import { folderArguments } from './folderArguments.mjs';
import { textsBelow } from './textsBelow.mjs';
import { withBundle } from './withBundle.mjs';

const { folder, all } = folderArguments('scripts/real-sides.mjs');

/** @param {typeof import('../test/realLabels/sides')} sides */
async function print({ compareSides }) {
  const ways = new Map();
  for await (const { name, text } of textsBelow(folder)) {
    for (const { title, way, labels, crossed, lost } of await compareSides(name, text)) {
      const sums = ways.get(way) ?? [0, 0, 0, 0];
      ways.set(way, sums);
      [1, labels, crossed.length, lost.length].forEach((count, i) => (sums[i] += count));
      if (!all) continue;
      for (const pair of crossed) console.error(`${title}, ${way}, confused: ${pair}`);
      for (const pair of lost) console.error(`${title}, ${way}, lost: ${pair}`);
    }
  }
  console.log('| written as | lists | labels | confused | lost |\n|---|---|---|---|---|');
  for (const [way, sums] of ways) console.log(`| ${way} | ${sums.join(' | ')} |`);
}

await withBundle('test/realLabels/sides.ts', print);
