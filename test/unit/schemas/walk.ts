/** The part of JSON Schema that the guideline's schemas are written in. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema | false>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly allOf?: readonly { readonly if: Schema; readonly then: Schema }[];
  readonly examples?: readonly unknown[];
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** A snippet of what follows the key and its colon. */
  readonly 'x-snippet'?: string;
  /** A snippet of a whole entry of a map, its id included, or of an item of a list. */
  readonly 'x-entry'?: string;
}

/** A map of a document whose keys the schema fixes. */
export interface Structure {
  readonly pointer: string;
  readonly map: Record<string, unknown>;
  readonly keys: readonly string[];
}

/** A schema where it stands. */
export interface Place {
  readonly pointer: string;
  readonly schema: Schema;
}

/** Every property of the schema, with its JSON Pointer; those that a condition forbids (`false`) are not among them. */
export function properties(root: Schema): Place[] {
  return [...places(root, '#')].filter(({ pointer }) => /\/properties\/[^/]+$/.test(pointer));
}

/** Every schema in the schema, itself included. */
export function* places(schema: Schema, pointer: string): Generator<Place> {
  yield { pointer, schema };
  for (const [key, value] of Object.entries(schema) as [keyof Schema, unknown][]) {
    if (key === 'properties' || key === '$defs') {
      for (const [name, part] of Object.entries(value as Record<string, Schema | false>)) {
        if (part !== false) yield* places(part, `${pointer}/${key}/${name}`);
      }
    }
    if (key === 'propertyNames' || key === 'additionalProperties' || key === 'items') {
      if (value !== false) yield* places(value as Schema, `${pointer}/${key}`);
    }
  }
}

/** The maps of a valid document whose keys the schema fixes, and (added to `used`) the properties that it uses. */
export function* structures(
  root: Schema,
  schema: Schema,
  at: string,
  value: unknown,
  pointer: string,
  used: Set<string>,
): Generator<Structure> {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/$defs/', '');
    yield* structures(root, root.$defs![name]!, `#/$defs/${name}`, value, pointer, used);
  }
  for (const branch of schema.allOf ?? []) {
    if (branch.if.type === (typeof value as string))
      yield* structures(root, branch.then, `${at}/then`, value, pointer, used);
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (schema.items) yield* structures(root, schema.items, `${at}/items`, item, `${pointer}/${index}`, used);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const map = value as Record<string, unknown>;
  if (schema.additionalProperties === false) yield { pointer, map, keys: Object.keys(schema.properties ?? {}) };
  for (const [key, item] of Object.entries(map)) {
    const property = schema.properties && Object.hasOwn(schema.properties, key) && schema.properties[key];
    const place = property ? `${at}/properties/${key}` : `${at}/additionalProperties`;
    if (property) used.add(place);
    const next = property || schema.additionalProperties;
    const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1');
    if (next && !key.startsWith('x-')) yield* structures(root, next, place, item, `${pointer}/${escaped}`, used);
  }
}
