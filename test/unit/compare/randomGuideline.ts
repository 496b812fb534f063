import fc from 'fast-check';
import type { Map_, Schema, Value } from './schema';
import { isMap, named, typeOf } from './schema';

/** Ids of all kinds; so few that documents name what others, or they themselves, have. */
const ids = ['alpha', 'beta', 'gamma', 'delta'];

const sentences = [
  'Air in the pleural space.',
  'air in the pleural space',
  'Air in the pleural space of 3 mm or more.',
  'Do not mark skin folds.',
  'Mark skin folds, unless they cross a rib.',
];

const sha = (digit: string) => `sha256:${digit.repeat(64)}`;

/** Values of each named shape. */
const values: Readonly<Record<string, readonly Value[]>> = {
  id: ids,
  text: sentences,
  labelReference: ['alpha', 'beta', 'beta.width', 'gamma.width'],
  version: ['1.0.0', '1.1.0', '2.0.0'],
  versionRange: ['~1.0.0', '^1.0.0', '~2.0.0'],
  language: ['en', 'de', 'fr'],
  modality: ['CT', 'MR', 'DX'],
  path: ['other.taxonomy.yaml', 'gone.taxonomy.yaml', 'a.png'],
  date: ['2026-01-20', '2026-02-20'],
  duration: ['P3M', 'P1Y'],
  share: ['10%', '20%', '20 %', 10],
  caseSample: ['10%', '50 cases', 50],
  codeText: ['SCT:1 |One|', 'SCT:1 |The one|', 'SCT:2', 'RADLEX:RID1 |One|'],
  condition: [1, [1, 2], 'mild', { minimum: 1 }, { minimum: 1, maximum: 3 }],
  conditions: [{ width: 1 }, { width: [1] }, [{ width: 1 }, { side: 'left' }], { width: { minimum: 2 } }],
  idOrIds: ['alpha', ['alpha'], ['alpha', 'beta'], 'gamma'],
};

/** Values of keys whose shape has no name. */
const valuesOfKeys: Readonly<Record<string, readonly Value[]>> = {
  color: ['#e4572e', '#17bebb'],
  digest: [sha('0'), sha('1')],
  replacedBy: ['omega', ['omega', 'psi'], { omega: { side: 'left' } }],
  default: ['left', 1, true, ['left', 'right']],
  derivedFrom: [['alpha'], ['alpha', 'beta'], ['beta', 'alpha']],
};

/** The keys that tell the items of a list of maps apart. */
export const identities: Readonly<Record<string, readonly string[]>> = {
  imports: ['file'],
  display: ['name'],
  tools: ['name'],
  approvals: ['by', 'version'],
  changes: ['version'],
};

/** Random documents of a schema, each key there or not. `fixed` is what each of them has. */
export function documents(root: Schema, fixed: Map_): fc.Arbitrary<Map_> {
  function of(reference: Schema, key: string): fc.Arbitrary<Value> {
    const { schema, name } = named(root, reference);
    if (reference.$ref === '#/$defs/labelAttribute')
      return fc.oneof(fc.constantFrom('required', 'optional'), map(schema));
    const known = valuesOfKeys[key] ?? values[name];
    if (known) return fc.constantFrom(...known);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    switch (typeOf(schema)) {
      case 'boolean':
        return fc.boolean();
      case 'integer':
      case 'number':
        return fc.integer({ min: 1, max: 3 });
      case 'array':
        return list(schema.items ?? {}, key, schema.minItems ?? 0);
      case 'object':
        return key === 'values' ? fc.oneof(map(schema), fc.subarray(ids, { minLength: 1 })) : map(schema);
      default:
        return fc.constantFrom(...sentences);
    }
  }

  function list(items: Schema, key: string, least: number): fc.Arbitrary<Value[]> {
    if (key === 'skeleton')
      return fc.subarray([
        ['alpha', 'beta'],
        ['gamma', 'beta'],
        ['gamma', 'alpha'],
      ]) as never;
    const by = identities[key];
    const selector = (item: Value) =>
      by && isMap(item) ? by.map((part) => JSON.stringify(item[part])).join() : codeOf(item);
    const item = of(items, '').map((value) => (by && isMap(value) ? { ...identity(by, items), ...value } : value));
    return fc.uniqueArray(item, { minLength: least, maxLength: 3, selector });
  }

  /** What an item is told apart by, where the draw left it out. */
  function identity(by: readonly string[], items: Schema): Map_ {
    const { schema } = named(root, items);
    return Object.fromEntries(
      by.map((key) => {
        const property = schema.properties?.[key];
        const { name } = named(root, property === undefined || property === false ? {} : property);
        return [key, values[name]?.[0] ?? 'One'];
      }),
    );
  }

  function map(schema: Schema): fc.Arbitrary<Map_> {
    const entries = schema.additionalProperties;
    if (typeof entries === 'object' && !schema.properties) {
      return fc.dictionary(fc.constantFrom(...ids), of(entries, ''), { maxKeys: 3 });
    }
    const shapes: Record<string, fc.Arbitrary<Value>> = { 'x-team': fc.constantFrom<Value>('One', { two: 2 }) };
    for (const [key, property] of Object.entries(schema.properties ?? {}))
      if (property !== false) shapes[key] = of(property, key);
    // Without its code a code is nothing.
    return fc.record(shapes, { requiredKeys: 'code' in shapes ? ['code'] : [] }) as fc.Arbitrary<Map_>;
  }

  return map(root).map((value) => ({ ...value, ...fixed }));
}

/** A code by what tells it from others; anything else by itself. */
function codeOf(item: Value): string {
  const text = isMap(item) && typeof item['code'] === 'string' ? item['code'] : item;
  return typeof text === 'string' ? (text.split(' |')[0] ?? '') : JSON.stringify(text);
}

/** Maps whose entries are paired by more than their ids, so that one which went and one which came may be the same. */
const paired = new Set(['labels', 'attributes', 'values']);

/**
 * A document and one that has been edited: any key may have gone, come or got another value, as the numbers (from 0 to
 * 9; 0 leaves all as it is) draw it. Of labels, attributes and choices either some came or some went.
 */
export function edited(value: Map_, other: Map_, draws: readonly number[]): Map_ {
  let at = 1;
  const grows = (draws[0] ?? 0) < 5;
  const draw = () => draws[at++ % draws.length] ?? 0;
  const mixed = (one: Value, two: Value, key: string): Value => {
    if (!isMap(one) || !isMap(two)) return draw() < 6 ? one : two;
    const result: Map_ = {};
    for (const name of new Set([...Object.keys(one), ...Object.keys(two)])) {
      const [was, is] = [one[name], two[name]];
      const isPaired = paired.has(key) || paired.has(name);
      const isChanged = draw() >= 6 && (!isPaired || grows === (was === undefined));
      if (was !== undefined && is !== undefined) result[name] = mixed(was, is, name);
      else if (was !== undefined && !isChanged) result[name] = was;
      else if (is !== undefined && isChanged) result[name] = is;
    }
    return result;
  };
  return mixed(value, other, '') as Map_;
}

/**
 * The same document where nothing can stand for another thing than its id says: names, texts and codes of labels,
 * attributes and choices tell of the id.
 */
export function steady(value: Value, key = '', id = ''): Value {
  if (Array.isArray(value)) return value.map((item) => steady(item, key, id));
  if (isMap(value)) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([name, item]) => [name, steady(item, key === 'alias' ? key : name, paired.has(key) ? name : id)]),
    );
  }
  if (typeof value !== 'string' || id === '') return value;
  if (key === 'name') return `${id}${value.length > 30 ? ' whole' : ''}`;
  if (['codes', 'code'].includes(key)) return value.replace(/:(\w+)/, `:$1${id}`);
  if (['definition', 'method', 'synonyms', 'alias'].includes(key)) return value.replace(/\p{L}+/gu, `$&${id}`);
  return value;
}
