import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

/**
 * Writes docs/reference.md, the page of all keys, from the schemas; with `--check` only says whether it is up to date.
 * @typedef {Record<string, any>} Schema
 */

const page = new URL('../docs/reference.md', import.meta.url);
const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;

const text = [
  '# All keys\n\nMade from the JSON Schemas in `schemas/`, which editors use too. Keys that begin with `x-` are your own and pass.\n',
  ...(await Promise.all(['taxonomy', 'protocol', 'config'].map(chapter))),
].join('\n');

if (!check) await writeFile(page, text);
else if ((await readFile(page, 'utf8').catch(() => '')) !== text) {
  console.error('docs/reference.md is not what the schemas say. Run `node scripts/reference-docs.mjs`.');
  process.exitCode = 1;
}

/** @param {string} name */
async function chapter(name) {
  const url = new URL(`../schemas/${name}.schema.json`, import.meta.url);
  /** @type {Schema} */
  const schema = JSON.parse(await readFile(url, 'utf8'));
  const parts = Object.entries(schema.$defs).filter(([, part]) => part.properties);
  return [
    `## ${schema.title}\n\n${schema.description}\n`,
    table(schema, schema),
    ...parts.map(([, part]) => `### ${part.title} (${name})\n\n${part.description}\n\n${table(part, schema)}`),
  ].join('\n');
}

/**
 * @param {Schema} part
 * @param {Schema} schema
 */
function table(part, schema) {
  const rows = Object.entries(part.properties).map(([key, property]) => {
    const whole = { ...resolve(property, schema), ...property };
    const mark = part.required?.includes(key) ? ' (required)' : '';
    const enumeration = whole.enum
      ? ` One of ${whole.enum.map((/** @type {unknown} */ item) => `\`${item}\``).join(', ')}.`
      : '';
    return `| \`${key}\`${mark} | ${cell(whole.description + enumeration)} | ${cell(example(whole))} |`;
  });
  return ['| key | meaning | example |', '|---|---|---|', ...rows, ''].join('\n');
}

/**
 * @param {Schema} part
 * @param {Schema} schema
 * @returns {Schema}
 */
function resolve(part, schema) {
  if (!part.$ref) return part;
  return resolve(schema.$defs[part.$ref.replace('#/$defs/', '')], schema);
}

/** @param {Schema} part */
function example(part) {
  const [first] = part.examples ?? [];
  return first === undefined ? '' : `\`${typeof first === 'string' ? first : JSON.stringify(first)}\``;
}

/** @param {string} content */
function cell(content) {
  return content.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
