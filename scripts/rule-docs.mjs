import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/**
 * Writes docs/rules/, one page a rule, from the rules themselves and what they say of their own examples; with
 * `--check` only tells whether the pages are up to date.
 * @typedef {import('../server/src/checks/rule').Rule} Rule
 * @typedef {import('../server/src/checks/problem').Problem} Problem
 */

const folder = new URL('../docs/rules/', import.meta.url);
const { check: onlyCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;

/** @type {{ rules: Rule[], builtInRules: { id: string, level: string, what: string, why: string }[], check: (files: object) => Promise<Problem[]>, fixed: (files: object, problem: Problem, index: number) => object }} */
const { rules, builtInRules, check, fixed } = await load();
const pages = new Map([['README.md', index()]]);
for (const rule of rules) pages.set(`${rule.id}.md`, await page(rule));
for (const { id, level, what, why } of builtInRules) {
  pages.set(`${id}.md`, `# ${id}\n\n${what}\n\nLevel: ${level}.\n\n## Why\n\n${why}\n`);
}

const present = await readdir(folder).catch(() => []);
const stray = present.filter((name) => !pages.has(name));
const changed = [];
for (const [name, text] of pages) {
  const before = await readFile(new URL(name, folder), 'utf8').catch(() => '');
  if (before !== text) changed.push(name);
}

if (!onlyCheck) {
  await mkdir(folder, { recursive: true });
  for (const name of changed) await writeFile(new URL(name, folder), pages.get(name) ?? '');
  for (const name of stray) await rm(new URL(name, folder));
} else if (changed.length + stray.length > 0) {
  console.error(
    `docs/rules is not what the rules say (${[...changed, ...stray].join(', ')}). Run \`node scripts/rule-docs.mjs\`.`,
  );
  process.exitCode = 1;
}

/** The rules, and the way the tests run them on their examples. */
async function load() {
  const contents = `
    export { rules } from './server/src/checks/registry';
    export { builtInRules } from './server/src/checks/builtIn';
    export { check, fixed } from './test/unit/checks/checking';
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // Decoders ask for these in Node only.
    external: ['fs', 'path'],
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`);
}

/** @param {Rule} rule */
async function page({ id, family, level, docs }) {
  const [problem] = await check(docs.invalid);
  const fixes = (problem?.fixes ?? []).map(({ title }) => title);
  return [
    `# ${id}\n`,
    `${docs.what}\n`,
    `Family: ${family}. Level: ${level}.${fixes.length > 0 ? ' Has a fix.' : ''}\n`,
    `## Why\n\n${docs.why}\n`,
    `## Reported\n\n${files(docs.invalid)}`,
    `${problem ? place(problem.range) : ''}: ${problem?.message}\n`,
    ...fixes.map((title, index) => {
      const after = problem ? fixed(docs.invalid, problem, index) : {};
      return `Fix: ${title}. ${index === 0 ? 'It gives' : 'Or it gives'}\n\n${files(differing(after, docs.invalid))}`;
    }),
    `## Not reported\n\n${files(differing(docs.valid, docs.invalid))}`,
  ].join('\n');
}

/**
 * What stands in the header of a DICOM file of an example, of elements with two letters for their kind.
 * @param {string} text
 */
function header(text) {
  const parts = [...text.slice(132).matchAll(/([\0-\x7f]{4})(CS|PN)([\0-\x7f])\0/g)];
  return parts
    .map(
      ({ index, 3: length = '' }) => `“${text.slice(132 + index + 8, 132 + index + 8 + length.charCodeAt(0)).trim()}”`,
    )
    .join(' and ');
}

/**
 * The files of one example that the other has not, or not so.
 * @param {import('../server/src/checks/rule').RuleExample} example
 * @param {import('../server/src/checks/rule').RuleExample} other
 */
function differing(example, other) {
  return Object.fromEntries(Object.entries(example).filter(([path, text]) => other[path] !== text));
}

/** @param {import('../server/src/checks/rule').RuleExample} example */
function files(example) {
  return Object.entries(example)
    .filter(([, text]) => text !== '')
    .map(([path, text]) => {
      if (path.endsWith('.dcm')) return `\`${path}\`: a DICOM file with ${header(text)}.\n`;
      const title = path.startsWith('approved/') ? `${path.slice(9)}, as it was approved` : path;
      return `\`${title}\`:\n\n\`\`\`${path.endsWith('.json') ? 'json' : 'yaml'}\n${text.trimEnd()}\n\`\`\`\n`;
    })
    .join('\n');
}

/**
 * @param {import('../server/src/yaml/position').Range} range
 */
function place({ start, end }) {
  const last = end.line === start.line ? `${end.character}` : `line ${end.line + 1}, column ${end.character}`;
  return `Line ${start.line + 1}, column ${start.character + 1} to ${last}`;
}

function index() {
  const families = [...new Set(rules.map(({ family }) => family))];
  /** @param {{ id: string, level: string, what: string }} rule */
  const row = ({ id, level, what }) => `| [${id}](${id}.md) | ${level} | ${what.replaceAll('|', '\\|')} |`;
  /**
   * @param {string} title
   * @param {{ id: string, level: string, what: string }[]} list
   */
  const table = (title, list) =>
    `## ${title}\n\n| rule | level | what is checked |\n|---|---|---|\n${list.map(row).join('\n')}\n`;
  return [
    '# Rules\n\nMade from the rules in `server/src/checks/rules/`. `labelwright.yaml` sets a level for each, or switches it off.\n',
    table('form', builtInRules),
    ...families.map((family) =>
      table(
        family,
        rules.filter((rule) => rule.family === family).map(({ id, level, docs }) => ({ id, level, what: docs.what })),
      ),
    ),
  ].join('\n');
}
