import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import configSchema from '../../../schemas/config.schema.json';
import protocolSchema from '../../../schemas/protocol.schema.json';
import taxonomySchema from '../../../schemas/taxonomy.schema.json';
import { contentDigest } from '../../../server/src/checks/content';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { defaultConfig } from '../../../server/src/checks/config';
import { dicomText } from '../../../server/src/checks/rules/dicomExample';
import { configText, protocolText } from '../schemas/protocolText';
import { importedText, taxonomyText } from '../schemas/taxonomyText';
import type { Schema } from '../schemas/walk';
import { structures } from '../schemas/walk';
import { check } from './checking';

const strict = { ...defaultConfig, base: 'strict' } as const;
const besides = {
  'anatomy/thorax.taxonomy.yaml': importedText,
  'taxonomies/chest-xray.taxonomy.yaml': taxonomyText,
  'protocols/samples/ptx-001.dcm': dicomText(['0008,0060', 'CS', 'DX']),
  'protocols/samples/fold.png': '',
  'protocols/samples/ptx-001.coco.json': JSON.stringify({
    images: [{ id: 1, file_name: 'ptx-001.dcm', width: 100, height: 100 }],
    categories: [{ id: 1, name: 'pneumothorax' }],
    annotations: [
      {
        id: 1,
        image_id: 1,
        category_id: 1,
        segmentation: [[1, 1, 9, 1, 9, 9]],
        bbox: [1, 1, 8, 8],
        attributes: { side: 'left', width: 5 },
      },
    ],
  }),
};

const documents = [
  { kind: 'taxonomy', path: 'taxonomies/own.taxonomy.yaml', text: taxonomyText, schema: taxonomySchema },
  { kind: 'protocol', path: 'protocols/ptx.protocol.yaml', text: protocolText, schema: protocolSchema },
  { kind: 'config', path: 'labelwright.yaml', text: configText, schema: configSchema },
] as const;

describe.each(documents)('a $kind with every key', ({ path, text, schema }) => {
  it('passes under strict', async () => {
    const digest = await contentDigest(parseYaml(text));
    const approved = text.replace(/sha256:[0-9a-f]{64}/, digest);
    const problems = await check({ [path]: approved, ...besides }, strict);
    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('tells of each key, misspelt, which one was meant', async () => {
    const document: unknown = parse(text);
    const unhelpful: string[] = [];
    for (const { pointer, key, wrong, misspelt } of misspellings(schema as unknown as Schema, document)) {
      const problems = await check({ [path]: stringify(misspelt), ...besides });
      const found = problems.find(({ rule, message }) => rule === 'schema' && message.includes(`“${wrong}”`));
      if (!found?.fixes.some(({ title }) => title === `Change to “${key}”`)) {
        unhelpful.push(`${pointer}/${wrong}: ${found?.message ?? 'nothing was found'}`);
      }
    }
    expect(unhelpful).toEqual([]);
  }, 60_000);
});

interface Misspelling {
  readonly pointer: string;
  readonly key: string;
  readonly wrong: string;
  /** The document with the key written wrong. */
  readonly misspelt: unknown;
}

/** Every key that a document uses and its schema fixes, written wrong; each way to a key once. */
function* misspellings(schema: Schema, document: unknown): Iterable<Misspelling> {
  const done = new Set<string>();
  for (const { pointer, map, keys } of structures(schema, schema, '#', document, '', new Set())) {
    for (const key of Object.keys(map)) {
      const place = `${pointer.replace(/\/[^/]+$/, '')} ${key}`;
      if (!keys.includes(key) || done.has(place)) continue;
      done.add(place);
      const wrong = misspell(key);
      const before = Object.entries(map);
      for (const [name] of before) delete map[name];
      for (const [name, value] of before) map[name === key ? wrong : name] = value;
      yield { pointer, key, wrong, misspelt: document };
      for (const name of Object.keys(map)) delete map[name];
      for (const [name, value] of before) map[name] = value;
    }
  }
}

/** Two letters in the middle are swapped, or the last one is doubled. */
function misspell(key: string): string {
  const middle = Math.floor(key.length / 2);
  const [one = '', other = ''] = key.slice(middle - 1, middle + 1);
  if (key.length < 4 || one === other) return key + key.slice(-1);
  return key.slice(0, middle - 1) + other + one + key.slice(middle + 1);
}
