// Measures Labelwright beside yaml-language-server, and prints Markdown tables: docs/benchmark.md. Nothing is asserted.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeCommands } from './bench/commandLine.mjs';
import { drive, startUps } from './bench/driver.mjs';
import { generateTaxonomy, listSchema } from './bench/generate.mjs';
import { readOptions } from './bench/options.mjs';
import { report } from './bench/report.mjs';
import { bareNode, labelwright, yamlLanguageServer } from './bench/servers.mjs';
import { timeViewer } from './bench/viewer.mjs';

/** Beyond so many labels yaml-language-server takes minutes to an answer, or dies. */
const bearable = 10_000;

const options = readOptions(process.argv.slice(2));
const { sizes, runs, limit, budget, only } = options;
const say = (line) => console.error(line);
const folder = await mkdtemp(join(tmpdir(), 'labelwright-bench-'));
try {
  const schemaFile = new URL('../schemas/taxonomy.schema.json', import.meta.url);
  const mapSchema = join(folder, 'taxonomy.schema.json');
  const ofLists = join(folder, 'list.schema.json');
  const schema = await readFile(schemaFile, 'utf8');
  await writeFile(mapSchema, schema);
  await writeFile(ofLists, JSON.stringify(listSchema(JSON.parse(schema))));

  const contestants = [
    { key: 'ours', who: 'ours', form: 'map', server: labelwright() },
    { key: 'yls', who: 'yls', form: 'map', server: yamlLanguageServer(mapSchema) },
    { key: 'list', who: 'yls', form: 'list', server: yamlLanguageServer(ofLists) },
  ].filter(({ who }) => only.includes(who));

  const results = { options, startUps: {}, sizes: [], commands: [], viewer: [] };
  const bare = { key: 'bare', server: bareNode() };
  const starting = contestants.length === 0 ? [] : [bare, ...contestants.filter(({ form }) => form === 'map')];
  for (const { key, server } of starting) {
    say(`${server.name}: start …`);
    results.startUps[key] = { samples: await startUps(server, { folder, runs, limit }) };
  }
  for (const labels of contestants.length === 0 ? [] : sizes) {
    const measured = { labels, bytes: 0, of: {} };
    for (const { key, who, form, server } of contestants) {
      if (who === 'yls' && labels > bearable && !options.full) continue;
      say(`${server.name}: ${labels} labels as a ${form} …`);
      const taxonomy = generateTaxonomy(labels, { form });
      if (form === 'map') measured.bytes = Buffer.byteLength(taxonomy.text);
      const file = join(folder, 'bench.taxonomy.yaml');
      await writeFile(file, taxonomy.text);
      measured.of[key] = await drive(server, { folder, file, taxonomy, runs, limit, budget });
      await rm(file);
    }
    results.sizes.push(measured);
  }
  if (only.includes('commands')) results.commands = await timeCommands({ folder, runs, limit, budget, say });

  if (only.includes('viewer')) results.viewer = await timeViewer({ runs, say });

  console.log(report(results));
  if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
