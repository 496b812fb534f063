import configSchema from '../../../../schemas/config.schema.json';
import protocolSchema from '../../../../schemas/protocol.schema.json';
import taxonomySchema from '../../../../schemas/taxonomy.schema.json';
import type { GuidelineKind } from '../../model/kind';

/** What is used of a JSON Schema here. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: JsonSchema };
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [key: string]: JsonSchema | boolean };
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly { readonly then?: JsonSchema }[];
}

/** A part of a schema, under the name it is defined by (`label`; empty for the whole document or without a name). */
export interface SchemaPart {
  readonly definition: string;
  readonly schema: JsonSchema;
}

const schemas: Record<GuidelineKind, JsonSchema> = {
  taxonomy: taxonomySchema as unknown as JsonSchema,
  protocol: protocolSchema as unknown as JsonSchema,
  config: configSchema as unknown as JsonSchema,
};

/** The schema of a kind of document, or one of its definitions. */
export function schemaPart(kind: GuidelineKind, definition = ''): SchemaPart {
  if (definition === '') return { definition, schema: schemas[kind] };
  return resolved(kind, { $ref: `#/$defs/${definition}` });
}

/** The part of a schema that speaks of what stands at a key (or index) of a value that `part` speaks of. */
export function partBelow(kind: GuidelineKind, part: SchemaPart, key: string): SchemaPart | undefined {
  const { schema } = part;
  const own = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
  const other = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const item = /^\d+$/.test(key) ? schema.items : undefined;
  // Where keys are ids, a number is the place in a list.
  const found = own ?? (schema.propertyNames ? (item ?? other) : (other ?? item));
  if (typeof found !== 'object') return undefined;
  let below = parts[kind].get(found);
  if (!below) parts[kind].set(found, (below = resolved(kind, found)));
  return below;
}

/** Parts that were found before: there are as many as the schemas have. */
const parts: Record<GuidelineKind, WeakMap<JsonSchema, SchemaPart>> = {
  taxonomy: new WeakMap(),
  protocol: new WeakMap(),
  config: new WeakMap(),
};

/** Follows `$ref`, and takes in what a schema says of maps behind a condition (a label's attribute is a word or a map). */
function resolved(kind: GuidelineKind, schema: JsonSchema): SchemaPart {
  let part: SchemaPart = { definition: '', schema };
  while (part.schema.$ref) {
    const definition = part.schema.$ref.replace('#/$defs/', '');
    part = { definition, schema: { ...part.schema, $ref: undefined, ...schemas[kind].$defs?.[definition] } };
  }
  if (part.schema.properties) return part;
  const branches = part.schema.allOf?.flatMap(({ then }) => (then?.$ref ? [resolved(kind, then)] : []));
  return branches?.find(({ schema: { properties } }) => properties) ?? branches?.[0] ?? part;
}

/** The keys that a map may have here. */
export function keysOf(part: SchemaPart): string[] {
  return Object.keys(part.schema.properties ?? {});
}

/** The definitions (empty: the document) that know a key, in the order of the schema. */
export function ownersOf(kind: GuidelineKind, key: string): string[] {
  const { $defs = {} } = schemas[kind];
  const knows = (schema: JsonSchema) => Object.hasOwn(schema.properties ?? {}, key);
  const inDefinitions = Object.keys($defs).filter((name) => knows($defs[name] ?? {}));
  return knows(schemas[kind]) ? ['', ...inDefinitions] : inDefinitions;
}
