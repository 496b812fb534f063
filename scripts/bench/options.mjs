import { parseArgs } from 'node:util';

/** @typedef {'ours' | 'yls' | 'commands' | 'viewer'} Part */

/** @type {readonly Part[]} */
const parts = ['ours', 'yls', 'commands', 'viewer'];

/**
 * @typedef {object} Options
 * @property {number[]} sizes numbers of labels
 * @property {number} runs how often each is measured
 * @property {readonly Part[]} only what is measured: this server, yaml-language-server, the command line, the viewer
 * @property {boolean} full whether yaml-language-server is measured beyond 10,000 labels
 * @property {number} limit how many seconds a single answer may take
 * @property {number} budget after how many seconds a measure ends with fewer runs
 * @property {string | undefined} json a file for all samples
 */

/**
 * Reads the arguments of `npm run bench`.
 * @param {readonly string[]} args without Node and the script
 * @returns {Options}
 * @throws an error with a sentence, when an argument is unknown or no number
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1000,10000,50000' },
      runs: { type: 'string', default: '10' },
      only: { type: 'string' },
      full: { type: 'boolean', default: false },
      limit: { type: 'string', default: '300' },
      budget: { type: 'string', default: '60' },
      json: { type: 'string' },
    },
  });
  const only = parts.filter((part) => values.only === undefined || values.only === part);
  if (only.length === 0) throw new Error('--only takes “ours”, “yls”, “commands” or “viewer”.');
  return {
    sizes: values.sizes.split(',').map((size) => whole('sizes', size, 100)),
    runs: whole('runs', values.runs, 1),
    only,
    full: values.full,
    limit: whole('limit', values.limit, 1),
    budget: whole('budget', values.budget, 1),
    json: values.json,
  };
}

function whole(name, text, least) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) {
    throw new Error(`--${name} takes whole numbers of at least ${least}, not “${text}”.`);
  }
  return number;
}
