import type { GuidelineKind } from '../model/kind';
import type { YamlNode } from '../yaml/node';
import { valueAt } from '../yaml/node';
import type { JsonSchema, Shape } from './schema';
import { flatten, schemas } from './schema';

/** Keys of maps as text, indexes of lists (from 0) as numbers. */
export type DocumentPath = readonly (string | number)[];

/** A key that a map may have. */
export interface AllowedKey {
  readonly key: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** What the format says of one place in a document. */
export interface SchemaPlace {
  /** Of the value, with conditions resolved as far as the document tells. */
  readonly schema: JsonSchema;
  /** The keys that a map may have here by name, required ones first, else in the order of the schema. */
  readonly keys: readonly AllowedKey[];
  /** Of the values of a map whose keys are free, where they are maps themselves. */
  readonly values?: JsonSchema;
  /** Of the items of a list. */
  readonly items?: JsonSchema;
}

/** What is known of a value otherwise than from the document's tree, which half-typed text has not. */
export interface Meant {
  /** What kind of value it is to be. */
  readonly shape?: Shape;
  /** The value as it stands. */
  readonly node?: YamlNode;
}

/** The schema of the value at a path of a document. Nothing where the format knows no such place. */
export function schemaAt(
  kind: GuidelineKind,
  path: DocumentPath,
  document: YamlNode | undefined,
  meant: Meant = {},
): SchemaPlace | undefined {
  const root = schemas[kind];
  let schema: JsonSchema = root;
  let node = document;
  for (const step of path) {
    const below = childSchema(flatten(root, schema, node, typeof step === 'number' ? 'list' : 'map'), step);
    if (!below) return undefined;
    schema = below;
    node = valueAt(node, step);
  }
  const flat = flatten(root, schema, meant.node ?? node, meant.shape);
  const resolve = (part: JsonSchema | boolean | undefined, of?: Shape) =>
    typeof part === 'object' ? flatten(root, part, undefined, of) : undefined;
  return {
    schema: flat,
    // Made when they are asked for: most who ask for a place do not ask for what may be below it.
    get keys() {
      return keysOf(flat, resolve);
    },
    get values() {
      return resolve(flat.additionalProperties, 'map');
    },
    get items() {
      return resolve(flat.items);
    },
  };
}

function childSchema(schema: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === 'number') return schema.items;
  const { properties = {}, additionalProperties: others } = schema;
  const own = Object.hasOwn(properties, step) ? properties[step] : others;
  return typeof own === 'object' ? own : undefined;
}

function keysOf(schema: JsonSchema, resolve: (part: JsonSchema | boolean) => JsonSchema | undefined): AllowedKey[] {
  const keys = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const resolved = resolve(value);
    return resolved ? [{ key, required: schema.required?.includes(key) ?? false, schema: resolved }] : [];
  });
  return [...keys.filter(({ required }) => required), ...keys.filter(({ required }) => !required)];
}
