// npm run fuzz -- [--minutes N] [--texts N] [--seed N] [--folder DIR]: random edits against the laws of server/src/yaml,
// for some minutes, and against those of the rules, of so many texts. A failure prints its seed, which shows it again.
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
  fuzz({ minutes: Number(values.minutes), seed, folder: values.folder });

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
    external: ['yaml', 'fast-check', 'node:*'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
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
