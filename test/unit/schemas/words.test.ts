import { describe, expect, it } from 'vitest';
import configSchema from '../../../schemas/config.schema.json';
import protocolSchema from '../../../schemas/protocol.schema.json';
import taxonomySchema from '../../../schemas/taxonomy.schema.json';
import type { Schema } from './walk';
import { places, properties } from './walk';

const taxonomy = taxonomySchema as unknown as Schema;
const protocol = protocolSchema as unknown as Schema;
const config = configSchema as unknown as Schema;

describe.each([
  ['taxonomy', taxonomy],
  ['protocol', protocol],
  ['config', config],
])('the %s schema', (_name, schema) => {
  it('describes every property in whole sentences', () => {
    const without = properties(schema).filter(
      ({ schema: { description } }) => !/^[A-Z`*].*\.$/s.test(description ?? ''),
    );
    expect(without.map(({ pointer }) => pointer)).toStrictEqual([]);
  });

  it('gives every definition a title and a description', () => {
    const without = Object.entries(schema.$defs ?? {}).filter(([, part]) => !part.title || !part.description);
    expect(without.map(([name]) => name)).toStrictEqual([]);
  });

  it('names every word of a list of words in its description, or the words speak for themselves', () => {
    const silent = [...places(schema, '#')].filter(({ schema: { enum: words, description } }) => words && !description);
    expect(silent.map(({ pointer }) => pointer)).toStrictEqual([]);
  });

  it('refers only to its own definitions, and uses each of them', () => {
    const used = JSON.stringify(schema).match(/"\$ref":"[^"]*"/g) ?? [];
    const names = new Set(used.map((text) => text.slice('"$ref":"#/$defs/'.length, -1)));
    expect([...names].sort()).toStrictEqual(Object.keys(schema.$defs ?? {}).sort());
  });

  it('has no keyword that a simple walk does not follow', () => {
    const text = JSON.stringify(schema);
    for (const keyword of ['oneOf', 'anyOf', 'not', 'unevaluatedProperties', 'prefixItems', '$dynamicRef', 'else']) {
      expect(text).not.toContain(`"${keyword}":`);
    }
  });

  it('closes every map with fixed keys, but for keys that begin with x-', () => {
    const open = [...places(schema, '#')].filter(
      ({ schema: part }) =>
        part.properties &&
        !part.additionalProperties &&
        (part.additionalProperties !== false || !part.patternProperties?.['^x-']),
    );
    expect(open.map(({ pointer }) => pointer)).toStrictEqual([]);
  });
});

it('what taxonomy, protocol and configuration share is the same in each', () => {
  for (const [name, part] of Object.entries(taxonomy.$defs ?? {})) {
    const other = protocol.$defs?.[name];
    if (other) expect({ [name]: other }).toStrictEqual({ [name]: part });
  }
  for (const [name, part] of Object.entries(config.$defs ?? {})) {
    const other = protocol.$defs?.[name];
    if (other) expect({ [name]: part }).toStrictEqual({ [name]: other });
  }
});
