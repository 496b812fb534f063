// npm run fuzz -- [--minutes N] [--seed N] [--folder DIR]: random edits against the laws of server/src/yaml. A failure
// prints its seed; the same seed shows it again.
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, folder: { type: 'string' } },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const directory = await mkdtemp(join(root, 'node_modules', '.fuzz-'));
try {
  const outfile = join(directory, 'fuzz.mjs');
  await build({
    entryPoints: [join(root, 'test/fuzz/yaml.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { fuzz } = await import(pathToFileURL(outfile).href);
  console.log(`Fuzzing for ${values.minutes} minutes from seed ${seed} on.`);
  fuzz({ minutes: Number(values.minutes), seed, folder: values.folder });
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  if (error instanceof Error && error.cause) console.error(error.cause);
  process.exitCode = 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}
