import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as validators from '../../../server/src/generated/validators';
import configSchema from '../../../schemas/config.schema.json';
import protocolSchema from '../../../schemas/protocol.schema.json';
import taxonomySchema from '../../../schemas/taxonomy.schema.json';
import { configText, protocolText } from './protocolText';
import { taxonomyText } from './taxonomyText';
import type { Schema, Structure } from './walk';
import { properties, structures } from './walk';

const kinds = [
  { kind: 'taxonomy', schema: taxonomySchema as unknown as Schema, text: taxonomyText },
  { kind: 'protocol', schema: protocolSchema as unknown as Schema, text: protocolText },
  { kind: 'config', schema: configSchema as unknown as Schema, text: configText },
] as const;

/** The maps of a document whose keys are fixed, and the properties of the schema that the document uses. */
function explore(schema: Schema, document: unknown): { maps: Structure[]; used: Set<string> } {
  const used = new Set<string>();
  return { maps: [...structures(schema, schema, '#', document, '', used)], used };
}

describe.each(kinds)('a $kind with every key', ({ kind, schema, text }) => {
  const validate = validators[kind];
  const document: unknown = parse(text);
  const { maps, used } = explore(schema, document);

  it('is valid', () => {
    validate(document);
    expect(validate.errors).toBeNull();
  });

  it('uses every property of the schema', () => {
    const unused = properties(schema).filter(({ pointer }) => !used.has(pointer));
    expect(unused.map(({ pointer }) => pointer)).toStrictEqual([]);
  });

  it('is no longer valid with an unknown key in any of its maps', () => {
    for (const { map, pointer } of maps) {
      map['unheard'] = 1;
      validate(document);
      delete map['unheard'];
      expect(
        validate.errors?.map(({ keyword, instancePath, params }) => ({ keyword, instancePath, params })),
      ).toStrictEqual([
        { keyword: 'additionalProperties', instancePath: pointer, params: { additionalProperty: 'unheard' } },
      ]);
    }
  });

  it('is no longer valid with a key that belongs elsewhere', () => {
    const known = new Set(maps.flatMap(({ keys }) => keys));
    for (const { map, pointer, keys } of maps) {
      for (const key of known) {
        if (keys.includes(key)) continue;
        map[key] = 1;
        const valid = validate(document);
        delete map[key];
        expect({ pointer, key, valid }).toStrictEqual({ pointer, key, valid: false });
      }
    }
  });

  it("stays valid with a team's own keys", () => {
    for (const { map } of maps) map['x-own'] = { anything: [null] };
    const valid = validate(document);
    for (const { map } of maps) delete map['x-own'];
    expect(valid).toBe(true);
  });
});

describe('a document in parts', () => {
  const parts = [
    { whole: validators.taxonomy, head: validators.taxonomyHead, label: validators.taxonomyLabel, text: taxonomyText },
    { whole: validators.protocol, head: validators.protocolHead, label: validators.protocolLabel, text: protocolText },
  ];

  it.each(parts)('has the errors of its head and of its labels', ({ whole, head, label, text }) => {
    const document = parse(text) as { title: unknown; labels: Record<string, Record<string, unknown>> };
    document.title = 5;
    document.labels['Bad Id'] = { colour: 'red' };
    document.labels['pneumothorax']!['geometry'] = ['circle'];
    const parts: string[] = [];
    head(document);
    for (const error of head.errors ?? []) parts.push(`${error.keyword} ${error.instancePath}`);
    for (const [id, entry] of Object.entries(document.labels)) {
      label(entry);
      for (const error of label.errors ?? []) parts.push(`${error.keyword} /labels/${id}${error.instancePath}`);
    }
    whole(document);
    const errors = whole.errors?.map((error) => `${error.keyword} ${error.instancePath}`);
    expect(errors?.length).toBeGreaterThanOrEqual(4);
    expect(parts.sort()).toStrictEqual(errors?.sort());
  });
});
