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
  /** Of the values of a map whose keys are free. */
  readonly values?: JsonSchema;
  /** Of the items of a list. */
  readonly items?: JsonSchema;
}

/**
 * The schema of the value at a path of a document. `shape` is what kind of value is meant, where the document does not
 * show it yet. Nothing where the format knows no such place.
 */
export function schemaAt(
  kind: GuidelineKind,
  path: DocumentPath,
  document: YamlNode | undefined,
  shape?: Shape,
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
  const flat = flatten(root, schema, node, shape);
  const resolve = (part: JsonSchema | boolean | undefined, below?: YamlNode) =>
    typeof part === 'object' ? flatten(root, part, below) : undefined;
  return {
    schema: flat,
    keys: keysOf(flat, resolve),
    values: resolve(flat.additionalProperties),
    items: resolve(flat.items),
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
