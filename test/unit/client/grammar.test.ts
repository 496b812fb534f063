import { describe, expect, it } from 'vitest';
import grammar from '../../../syntaxes/annotation-protocol.tmLanguage.json';
import protocolSchema from '../../../schemas/protocol.schema.json';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const root = protocolSchema as unknown as Schema & { readonly $defs: Readonly<Record<string, Schema>> };

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name === undefined ? schema : resolved(root.$defs[name]!);
}

describe('the grammar of protocols', () => {
  it('knows the keys of blocks from the ids that users choose', () => {
    const pattern = Object.values(grammar.injections)
      .flatMap(({ patterns }) => patterns)
      .find(({ name }) => name === 'entity.name.type.id.labelwright');
    const listed = new Set(/\(\?!\(\?:([\w|]+)\)/.exec(pattern?.match ?? '')?.[1]?.split('|'));
    const blocks = Object.values(root.properties ?? {}).flatMap((property) => {
      const schema = resolved(property);
      return [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(resolved);
    });
    const keys = new Set(blocks.flatMap((block) => Object.keys(block.properties ?? {})));

    expect([...keys].filter((key) => !listed.has(key))).toEqual([]);
    expect([...listed].filter((key) => !keys.has(key))).toEqual([]);
  });
});
