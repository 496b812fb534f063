/** Writes docs/changes.md from the table of rules; `--check` only says whether it is up to date. */
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = `${root}docs/changes.md`;

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { changeIds } from './server/src/compare/compareGuidelines';
      export { ruleOf } from './server/src/grade/rules';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
});
const { changeIds, ruleOf } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

const text = pageText();
if (process.argv.includes('--check')) {
  const now = await readFile(page, 'utf8').catch(() => '');
  if (now !== text) {
    console.error('docs/changes.md is out of date: run `node scripts/change-docs.mjs`.');
    process.exitCode = 1;
  }
} else {
  await writeFile(page, text);
}

function pageText() {
  return `# What a change means

\`labelwright diff\` and the comparison in the editor compare two versions of a guideline by meaning, and say of each
change what it does to the annotations that were made by the old version. White space, comments, quoting, and order
without meaning are no change; the order of grades, key points and workflow stages is one.

This page is written by \`scripts/change-docs.mjs\` from the table that judges the changes.

| level | meaning | version |
|---|---|---|
| \`breaking\` | annotations made so far become invalid or change their meaning | major |
| \`review\` | they stay valid, but readers may decide otherwise now | minor |
| \`quality\` | what they are worth as evidence changes | minor |
| \`additive\` | they are incomplete, not wrong | minor |
| \`editorial\` | nothing that a reader would decide by | patch |

| remedy | what to do with the annotations that exist |
|---|---|
| \`none\` | nothing |
| \`migrate\` | a program can do it: rename, renumber, map, merge, compute anew, filter by size |
| \`re-read\` | a reader must look again |
| \`redraw\` | a reader must draw again |

Ids stay the same from version to version of Labelwright. Where a change can have one of several levels, it depends on
the rest of the guideline, as the reasons tell.

| change | about | level | remedy | because |
|---|---|---|---|---|
${changeIds().flatMap(rows).join('\n')}
`;
}

function rows(id) {
  const { noun, verdict } = ruleOf(id);
  const judgements = 'among' in verdict ? verdict.among : [verdict];
  return judgements.map(({ level, remedy, reason }, i) =>
    ['', i === 0 ? `\`${id}\`` : '', i === 0 ? noun : '', level, remedy, reason, ''].join(' | ').trim(),
  );
}
