import configSchema from '../../../schemas/config.schema.json';
import protocolSchema from '../../../schemas/protocol.schema.json';
import taxonomySchema from '../../../schemas/taxonomy.schema.json';
import type { GuidelineKind } from '../model/kind';
import type { YamlNode } from '../yaml/node';
import { valueAt } from '../yaml/node';

/** The part of JSON Schema that the guideline schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  /** The keys of one's own, by a regular expression. */
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  /** What a completion writes behind the key's colon. */
  readonly 'x-snippet'?: string;
  /** What a completion writes as a whole entry of the map, or item of the list, that this is the value of. */
  readonly 'x-entry'?: string;
}

export const schemas = {
  taxonomy: taxonomySchema as unknown as JsonSchema,
  protocol: protocolSchema as unknown as JsonSchema,
  config: configSchema as unknown as JsonSchema,
} satisfies Record<GuidelineKind, JsonSchema>;

/** What kind of value stands, or is about to stand, where a schema is asked for. */
export type Shape = YamlNode['kind'];

/**
 * A schema with what it refers to and what its conditions add for a value: one object without `$ref`, `allOf` and `if`.
 * Its own words go before those of what it refers to.
 */
export function flatten(root: JsonSchema, schema: JsonSchema, node: YamlNode | undefined, shape?: Shape): JsonSchema {
  const { $ref, allOf = [], if: condition, then, ...own } = schema;
  const parts: JsonSchema[] = [];
  if ($ref !== undefined) parts.push(flatten(root, definitionOf(root, $ref), node, shape));
  for (const part of allOf) parts.push(flatten(root, part, node, shape));
  if (condition && then && holds(condition, node, shape)) parts.push(flatten(root, then, node, shape));
  return [...parts, own].reduce(merge, {});
}

function definitionOf(root: JsonSchema, ref: string): JsonSchema {
  return root.$defs?.[ref.replace('#/$defs/', '')] ?? {};
}

function merge(base: JsonSchema, over: JsonSchema): JsonSchema {
  const properties: Record<string, JsonSchema | boolean> = { ...base.properties };
  for (const [key, value] of Object.entries(over.properties ?? {})) {
    // A key that a condition forbids (`false`) is forbidden, whatever else is said of it.
    if (properties[key] !== false) properties[key] = value;
  }
  return {
    ...base,
    ...over,
    ...(base.properties || over.properties ? { properties } : {}),
    ...(base.required || over.required ? { required: [...(base.required ?? []), ...(over.required ?? [])] } : {}),
  };
}

function holds(condition: JsonSchema, node: YamlNode | undefined, shape: Shape | undefined): boolean {
  if (condition.type !== undefined && !hasShape(condition.type, node, shape)) return false;
  if (condition.required?.some((key) => !valueAt(node, key))) return false;
  return Object.entries(condition.properties ?? {}).every(([key, wanted]) => {
    const value = valueAt(node, key);
    if (typeof wanted === 'boolean' || !value) return true;
    const is = value.kind === 'scalar' ? value.value : undefined;
    return wanted.enum ? wanted.enum.includes(is) : wanted.const === undefined || wanted.const === is;
  });
}

function hasShape(type: string | readonly string[], node: YamlNode | undefined, shape: Shape | undefined): boolean {
  const is = shape ?? (node?.kind === 'scalar' && node.style === 'missing' ? undefined : node?.kind);
  const names = { map: ['object'], list: ['array'], scalar: ['string', 'number', 'integer', 'boolean'] };
  return is !== undefined && names[is].some((name) => typesOf({ type }).includes(name));
}

/** The JSON types that a schema allows; empty when it says nothing of it. */
export function typesOf(schema: Pick<JsonSchema, 'type'>): readonly string[] {
  return schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type;
}
