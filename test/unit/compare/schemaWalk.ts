import type { Schema, Value } from './schema';
import { isMap, named as namedIn, typeOf } from './schema';

export type { Value } from './schema';

/** Two documents that differ in one property. */
export interface Pair {
  /** The way to the property: keys, `*` for an entry of a map, `[]` for an item of a list. */
  readonly path: string;
  readonly how: 'changed' | 'added' | 'one more';
  readonly before: Value;
  readonly after: Value;
}

/** Two values for each named shape that is a text. */
const texts: Readonly<Record<string, readonly [Value, Value]>> = {
  id: ['alpha', 'beta'],
  labelReference: ['alpha', 'beta.width'],
  version: ['1.0.0', '2.0.0'],
  versionRange: ['~1.0.0', '~2.0.0'],
  language: ['en', 'de'],
  modality: ['CT', 'MR'],
  date: ['2026-01-20', '2026-02-20'],
  duration: ['P3M', 'P1Y'],
  share: ['10%', '20%'],
  caseSample: ['10%', '20%'],
  metric: ['dice', 'iou'],
  codeText: ['SCT:36118008 |Pneumothorax|', 'SCT:60046008 |Effusion|'],
  code: ['SCT:36118008 |Pneumothorax|', 'RADLEX:RID38588'],
  condition: [1, 2],
  conditions: [{ width: 1 }, { width: 2 }],
  idOrIds: ['alpha', 'beta'],
};

/** Two documents for each property of a schema; `base` is the rest of each document. */
export function pairsOf(root: Schema, base: { [key: string]: Value }): Pair[] {
  const pairs: Pair[] = [];

  const named = (schema: Schema) => namedIn(root, schema);

  /** Two values of a schema that has nothing inside to compare by itself. */
  function leaf(reference: Schema): readonly [Value, Value] | undefined {
    const { schema, name } = named(reference);
    const known = texts[name];
    if (known) return known;
    if (schema.enum) return [schema.enum[0] ?? null, schema.enum[1] ?? 2];
    switch (typeOf(schema)) {
      case 'string':
        return ['First words of a kind.', 'Quite another sentence, longer.'];
      case 'boolean':
        return [false, true];
      case 'integer':
      case 'number':
        return [1, 2];
      case 'array': {
        const item = schema.items && named(schema.items);
        if (item?.schema.type === 'array') return [[['alpha', 'beta']], [['alpha', 'gamma']]];
        const both = schema.items && leaf(schema.items);
        return both && [[both[0]], [...both]];
      }
      default:
        return undefined;
    }
  }

  function visit(reference: Schema, path: readonly string[], put: (value: Value | undefined) => Value): void {
    const add = (how: Pair['how'], before: Value | undefined, after: Value) =>
      pairs.push({ path: path.join('/'), how, before: put(before), after: put(after) });
    const { schema } = named(reference);
    const values = leaf(reference);
    if (values) {
      const isList = Array.isArray(values[0]);
      const skeleton = isList && Array.isArray((values[0] as Value[])[0]);
      add(
        isList && !skeleton ? 'one more' : 'changed',
        values[0],
        skeleton ? [...(values[0] as Value[]), ...(values[1] as Value[])] : values[1],
      );
      return;
    }
    if (typeOf(schema) === 'array' && schema.items) {
      const item = sample(schema.items);
      add('added', undefined, [item]);
      visit(schema.items, [...path, '[]'], (value) => put([merged(item, value)]));
      return;
    }
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (property === false) continue;
      visit(property, [...path, key], (value) => put(value === undefined ? {} : { [key]: value }));
    }
    if (typeof schema.additionalProperties !== 'object') return;
    const entry = sample(schema.additionalProperties);
    add('added', undefined, { alpha: entry });
    visit(schema.additionalProperties, [...path, '*'], (value) => put({ alpha: merged(entry, value) }));
  }

  /** Something that stands for an entry or an item, so that there is more to it than the property under test. */
  function sample(reference: Schema): Value {
    const { schema } = named(reference);
    const values = leaf(reference);
    if (values) return values[0];
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const value = property === false ? undefined : leaf(property)?.[0];
      if (value !== undefined) return { [key]: value };
    }
    return {};
  }

  visit(root, [], (value) => merged(base, value));
  return pairs;
}

/** One map with the keys of both, the second going first; anything else is the second. */
function merged(base: Value, over: Value | undefined): Value {
  if (over === undefined) return base;
  if (!isMap(base) || !isMap(over)) return over;
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) result[key] = key in base ? merged(base[key] ?? null, value) : value;
  return result;
}
