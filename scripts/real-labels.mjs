// node scripts/real-labels.mjs FOLDER [--all]: brings the label lists of other tools, each in a folder of its tool's name
// below FOLDER, into our format, checks them, and prints how often each rule speaks of each; with --all every problem.
import { folderArguments } from './folderArguments.mjs';
import { textsBelow } from './textsBelow.mjs';
import { withBundle } from './withBundle.mjs';

const { folder, all } = folderArguments('scripts/real-labels.mjs');

/** @param {typeof import('../test/realLabels/check')} check */
async function print({ checkLabels }) {
  console.log('| list | labels | rule | problems |\n|---|---|---|---|');
  for await (const { name, text } of textsBelow(folder)) {
    for (const { title, labels, problems } of await checkLabels(name, text)) {
      const counts = new Map();
      for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
      if (counts.size === 0) console.log(`| ${title} | ${labels} | – | 0 |`);
      for (const [rule, count] of counts) console.log(`| ${title} | ${labels} | ${rule} | ${count} |`);
      if (all) for (const { rule, message, at } of problems) console.log(`  ${rule}: ${message} [${at.slice(0, 60)}]`);
    }
  }
}

await withBundle('test/realLabels/check.ts', print);
