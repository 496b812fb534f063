/** One document as a value, so that JSON (which is YAML) can write it. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export type Map_ = { [key: string]: Value };

/** The words of JSON Schema that the formats are told by, as far as they shape a document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Value[];
  readonly properties?: Readonly<Record<string, Schema | false>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** A schema with the name under which others refer to it; empty for one that stands for itself. */
export interface Named {
  readonly schema: Schema;
  readonly name: string;
}

/** Follows references, to the last name on the way. */
export function named(root: Schema, schema: Schema): Named {
  const name = schema.$ref?.replace('#/$defs/', '') ?? '';
  const target = schema.$ref === undefined ? undefined : root.$defs?.[name];
  // An attribute of a label is a word or a map; the map is what has properties.
  if (name === 'labelAttribute' || name === 'sharedAttribute') return named(root, { $ref: '#/$defs/attribute' });
  if (!target) return { schema, name };
  if (target.$ref !== undefined) return named(root, target);
  return { schema: { ...target, ...schema, $ref: undefined }, name };
}

/** The type that says most of what is inside: a map before a list, a list before a single value. */
export function typeOf(schema: Schema): string {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['string']);
  if (types.includes('array') && schema.items && !types.includes('object')) return 'array';
  return (
    types.find((type) => type === 'object' && (schema.properties ?? schema.additionalProperties)) ?? types[0] ?? ''
  );
}

export function isMap(value: Value | undefined): value is Map_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
