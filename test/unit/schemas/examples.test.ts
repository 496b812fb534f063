import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import configSchema from '../../../schemas/config.schema.json';
import protocolSchema from '../../../schemas/protocol.schema.json';
import taxonomySchema from '../../../schemas/taxonomy.schema.json';
import type { Schema } from './walk';
import { places } from './walk';

/** The text that a snippet gives when its placeholders are left as they are. */
function filled(snippet: string): string {
  // The last stop is an empty line.
  return snippet
    .replace(/\n *\$0/, '')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

describe.each([taxonomySchema, protocolSchema, configSchema])('$title', (json) => {
  const schema = json as unknown as Schema;
  // Ajv's strict mode refuses keywords and formats that it does not know, and rules that do not fit the type.
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
  ajv.addVocabulary(['x-snippet', 'x-entry']);
  ajv.addSchema(json);

  /** What is wrong with a value at a place of the schema. */
  function errors(pointer: string, value: unknown): unknown {
    const validate = ajv.getSchema(`${json.$id}${pointer}`)!;
    return validate(value) ? [] : { pointer, value, errors: validate.errors };
  }

  it('has examples that are valid', () => {
    for (const { pointer, schema: part } of places(schema, '#')) {
      for (const example of part.examples ?? []) expect(errors(pointer, example)).toStrictEqual([]);
    }
  });

  it('has snippets for values that are valid as they are', () => {
    for (const { pointer, schema: part } of places(schema, '#')) {
      const snippet = part['x-snippet'];
      // Some only open a block, in which completion goes on.
      if (snippet === undefined || /^\s*\$\d$/.test(String(snippet))) continue;
      const { key } = parse(`key:${filled(snippet)}`) as { key: unknown };
      expect(errors(pointer, key)).toStrictEqual([]);
    }
  });

  it('has snippets for entries that are valid as they are', () => {
    for (const { pointer, schema: part } of places(schema, '#')) {
      const snippet = part['x-entry'];
      if (snippet === undefined) continue;
      const value = parse(filled(snippet)) as Record<string, unknown>;
      const isItem = Object.keys(value).every((key) => part.properties && key in part.properties);
      expect(errors(pointer, isItem ? value : Object.values(value)[0])).toStrictEqual([]);
    }
  });
});
