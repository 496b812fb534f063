import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { generateTaxonomy } from './generate.mjs';
import { watchMemory } from './memory.mjs';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const parser = fileURLToPath(new URL('parse.mjs', import.meta.url));

/** How many files are checked, and of how many labels. */
const files = { count: 1000, labels: 20 };
/** What is compared: the labels of a taxonomy, and how many of them differ. */
const compared = { labels: 10_000, changes: 500 };

/**
 * @typedef {import('./table.mjs').Result} Result
 * @typedef {{ name: string, own: Result, floor: Result, memory: Result, floorMemory: Result }} CommandResult `own` is
 *   the command, `floor` what `yaml` alone needs to parse the same files, both from start to end of the process, in ms
 */

/**
 * Times the command line on files that it writes into a folder.
 * @param {{ folder: string, runs: number, limit: number, budget: number, say: (line: string) => void }} options `limit`
 *   of one run and `budget` of all that are more than three, in seconds
 * @returns {Promise<CommandResult[]>}
 */
export async function timeCommands({ folder, runs, limit, budget, say }) {
  const many = join(folder, 'many');
  await mkdir(many);
  for (let i = 0; i < files.count; i++) {
    const { text } = generateTaxonomy(files.labels, { id: `bench-${i}`, flawed: false });
    await writeFile(join(many, `${i}.taxonomy.yaml`), text);
  }
  const [before, after] = [join(folder, 'before.taxonomy.yaml'), join(folder, 'after.taxonomy.yaml')];
  await writeFile(before, generateTaxonomy(compared.labels, { flawed: false }).text);
  await writeFile(after, generateTaxonomy(compared.labels, { flawed: false, changes: compared.changes }).text);

  const number = (value) => value.toLocaleString('en-GB');
  const tasks = [
    {
      name: `check of ${number(files.count)} files, ${files.labels} labels each`,
      command: [cli, 'check', many],
      floor: [parser, many],
    },
    {
      name: `diff of ${number(compared.labels)} labels, ${compared.changes} of them changed`,
      command: [cli, 'diff', before, after, '--format', 'json'],
      floor: [parser, before, after],
    },
  ];
  const results = [];
  for (const { name, command, floor } of tasks) {
    say(`${name} …`);
    const [own, memory] = await timed(command, { folder, runs, limit, budget });
    say(`${name}: yaml alone …`);
    const [parsed, floorMemory] = await timed(floor, { folder, runs, limit, budget });
    results.push({ name, own, floor: parsed, memory, floorMemory });
  }
  return results;
}

/** Times and peak memories of runs of a Node program; it ends with the first that fails. */
async function timed(args, { folder, runs, limit, budget }) {
  const began = performance.now();
  const times = /** @type {Result & { samples: number[] }} */ ({ samples: [] });
  const peaks = /** @type {Result & { samples: number[] }} */ ({ samples: [] });
  const late = () => performance.now() - began > budget * 1000;
  for (let run = 0; run < runs && (run < 3 || !late()) && !times.failure; run++) {
    const { ms, peak, failure } = await runOnce(args, folder, limit);
    if (failure) times.failure = failure;
    else times.samples.push(ms);
    if (peak !== undefined) peaks.samples.push(peak);
  }
  return [times, peaks];
}

function runOnce(args, cwd, limit) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], timeout: limit * 1000 });
    const memory = watchMemory(child.pid ?? 0);
    let complaints = '';
    child.stderr.on('data', (chunk) => (complaints = `${complaints}${chunk}`.slice(-20_000)));
    child.on('close', (code, signal) => {
      const ms = performance.now() - began;
      const peak = memory.peak();
      memory.stop();
      // Exit code 1 says that there are problems or breaking changes: that is an answer.
      const answered = code === 0 || code === 1;
      const end = /heap out of memory/.test(complaints) ? 'out of memory' : `died (${signal ?? code})`;
      const failure = child.killed ? `no answer in ${limit} s` : end;
      resolve({ ms, peak, failure: answered ? undefined : failure });
    });
  });
}
