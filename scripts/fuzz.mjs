// npm run fuzz -- [--minutes N] [--texts N] [--seed N] [--folder DIR]: random edits against the laws of server/src/yaml,
// for some minutes, against the law that problems are those of a fresh look, for as long, and against those of the rules,
// of so many texts. A failure prints its seed, which shows it again. DIR has YAML files to begin with, besides our own.
import { build } from 'esbuild';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    texts: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    folder: { type: 'string' },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const directory = await mkdtemp(join(root, 'node_modules', '.fuzz-'));
try {
  const { fuzz } = await load('yaml');
  console.log(`Fuzzing the YAML for ${values.minutes} minutes from seed ${seed} on.`);
  const texts = values.folder ? await yamlFiles(values.folder) : [];
  fuzz({ minutes: Number(values.minutes), seed, texts });

  const { fuzzProblems } = await load('problems');
  console.log(`Fuzzing the problems for ${values.minutes} minutes from seed ${seed} on.`);
  const first = (await guidelines()).flatMap((files) => Object.entries(files).slice(0, 1));
  await fuzzProblems({ minutes: Number(values.minutes), seed, guidelines: first, texts });

  const { fuzzRules, ruleExamples } = await load('rules');
  console.log(`Fuzzing the rules with ${values.texts} texts of seed ${seed}.`);
  const examples = [...ruleExamples, ...(await guidelines())];
  await fuzzRules({ texts: Number(values.texts), seed, examples });
  console.log('No law was broken.');
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  if (error instanceof Error && error.cause) console.error(error.cause);
  process.exitCode = 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}

/** @param {string} name of a file in test/fuzz */
async function load(name) {
  const outfile = join(directory, `${name}.mjs`);
  await build({
    entryPoints: [join(root, `test/fuzz/${name}.ts`)],
    outfile,
    bundle: true,
    // What is tested runs in a browser.
    platform: 'browser',
    format: 'esm',
    external: ['yaml', 'fast-check', 'node:*', 'fs', 'path'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** @param {string} folder whose YAML files are read, those in folders below too */
async function yamlFiles(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.ya?ml$/.test(name));
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** The example guidelines, each as the file that is edited, with the others beside it. */
async function guidelines() {
  const folder = join(root, 'examples/chest-xray');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]));
  return names.map((name) =>
    Object.fromEntries([...texts].sort(([a], [b]) => Number(b === name) - Number(a === name))),
  );
}
