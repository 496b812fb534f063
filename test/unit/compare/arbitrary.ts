import fc from 'fast-check';
import type { Value } from './schemaWalk';

/** A document as a value. */
export type Record_ = { [key: string]: Value };

const ids = fc.constantFrom('pneumothorax', 'effusion', 'left-lung', 'right-lung', 'nodule', 'mass', 'rib-3', 'rib-4');
const names = fc.constantFrom('Pneumothorax', 'Pleural effusion', 'Left lung', 'Right lung', 'Nodule', 'Mass', 'Rib 3');
const sentences = fc.constantFrom(
  'Air in the pleural space.',
  'Fluid in the pleural space.',
  'A round opacity of less than 3 cm.',
  'Do not mark skin folds.',
  'Mark skin folds, unless they cross a rib.',
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const subset = (...items: string[]) => fc.subarray(items, { minLength: 1 }) as fc.Arbitrary<Value>;

const attribute = fc.record(
  {
    type: fc.constantFrom('choice', 'ordinal'),
    values: fc.uniqueArray(fc.constantFrom('left', 'right', 'mild', 'severe'), { minLength: 1 }) as fc.Arbitrary<Value>,
    method: sentences,
    required: fc.boolean(),
  },
  { requiredKeys: ['type', 'values'] },
);
const number = fc.record(
  { type: fc.constant('number'), minimum: fc.nat(3), unit: fc.constantFrom('mm', 'cm'), step: fc.constantFrom(1, 0.5) },
  { requiredKeys: ['type'] },
);

const label = fc.record(
  {
    name: names,
    definition: sentences,
    parent: ids,
    partOf: ids,
    synonyms: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }) as fc.Arbitrary<Value>,
    codes: subset('SCT:36118008 |Pneumothorax|', 'SCT:60046008', 'RADLEX:RID5352'),
    alias: fc.record({ coco: fc.nat(5) }) as fc.Arbitrary<Value>,
    color: fc.constantFrom('#e4572e', '#17bebb'),
    value: fc.integer({ min: 1, max: 4 }),
    layer: fc.constantFrom('findings', 'anatomy'),
    geometry: subset('mask', 'polygon', 'box'),
    presence: subset('present', 'absent', 'unknown'),
    scope: fc.constantFrom('image', 'study'),
    include: fc.uniqueArray(sentences, { minLength: 1 }) as fc.Arbitrary<Value>,
    confusedWith: fc.dictionary(ids, sentences, { minKeys: 1, maxKeys: 2 }) as fc.Arbitrary<Value>,
    disjointWith: fc.uniqueArray(ids, { minLength: 1, maxLength: 2 }) as fc.Arbitrary<Value>,
    attributes: fc.dictionary(fc.constantFrom('side', 'grade', 'width'), fc.oneof(attribute, number), {
      minKeys: 1,
      maxKeys: 2,
    }) as fc.Arbitrary<Value>,
    exclusive: fc.boolean(),
    ignore: fc.boolean(),
  },
  { requiredKeys: ['name'] },
);

/** A cycle of parents is a mistake, in which no label has an effective form. */
function breakCycles(labels: Record<string, { parent?: string }>): void {
  for (const id of Object.keys(labels)) {
    const seen = new Set<string | undefined>();
    for (let at: string | undefined = id; at !== undefined && labels[at]; at = labels[at]?.parent) {
      if (seen.has(at)) {
        delete labels[id]?.parent;
        break;
      }
      seen.add(at);
    }
  }
}

/** A reference to a label that is not there is a mistake, too; it may mean anything once the label appears. */
function dropDangling(
  labels: Record<string, { parent?: string; partOf?: string; disjointWith?: Value; confusedWith?: Value }>,
): void {
  for (const label of Object.values(labels)) {
    if (label.parent !== undefined && !(label.parent in labels)) delete label.parent;
    if (label.partOf !== undefined && !(label.partOf in labels)) delete label.partOf;
    if (Array.isArray(label.disjointWith)) label.disjointWith = label.disjointWith.filter((id) => String(id) in labels);
    const confused = Object.entries(label.confusedWith ?? {}).filter(([id]) => id in labels);
    if (label.confusedWith) label.confusedWith = Object.fromEntries(confused);
  }
}

/** Random taxonomies that can be read without mistakes. */
export const taxonomy: fc.Arbitrary<Record_> = fc
  .record({
    source: optional(fc.uniqueArray(sentences, { minLength: 1, maxLength: 2 })),
    attributes: optional(fc.dictionary(fc.constantFrom('side', 'grade'), attribute, { minKeys: 1, maxKeys: 2 })),
    labels: fc.dictionary(ids, label, { minKeys: 1, maxKeys: 5 }),
  })
  .map(({ source, attributes, labels: generated }) => {
    const labels = JSON.parse(JSON.stringify(generated)) as typeof generated;
    const head = { taxonomy: 'test', version: '1.0.0', title: 'Test', status: 'draft', language: 'en' };
    breakCycles(labels);
    dropDangling(labels);
    return { ...head, ...(source && { source }), ...(attributes && { attributes }), labels } as unknown as Record_;
  });

/** Lists and maps whose order means something; of parents the first that says something counts. */
const ordered = new Set(['values', 'keypoints', 'parent', 'workflow']);

/** The same document with keys and unordered lists turned round, other quotes and comments. */
export function written(value: Value, indent = '', key = '', turned = false, flow = false): string {
  if (Array.isArray(value)) {
    const items = turned && !ordered.has(key) ? [...value].reverse() : value;
    return `[${items.map((item) => written(item, indent, key, turned, true)).join(turned ? ' ,  ' : ', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    if (flow) {
      const inner = (turned ? entries.reverse() : entries).map(
        ([name, item]) => `${JSON.stringify(name)}: ${written(item, indent, name, turned, true)}`,
      );
      return `{${inner.join(turned ? ' ,  ' : ', ')}}`;
    }
    const lines = (turned && !ordered.has(key) ? entries.reverse() : entries).map(
      ([name, item]) =>
        `${turned ? '# a comment\n' + indent : ''}${turned ? name : JSON.stringify(name)}: ${written(item, indent + '  ', name, turned)}`,
    );
    return '\n' + lines.map((line) => indent + line).join('\n');
  }
  if (typeof value !== 'string' || turned === false) return JSON.stringify(value);
  return `'${value.replaceAll("'", "''").replaceAll(' ', '  ')}'`;
}

/** A document as a file of a workspace; `turned` is written otherwise, and means the same. */
export const file = (value: Value, turned = false) => ({
  'a.taxonomy.yaml': `${written(value, '', '', turned).trim()}\n`,
});

/** Two taxonomies of the same labels, each with a name that goes with its id: no label can stand for another. */
export const steadyPair: fc.Arbitrary<readonly [Record_, Record_]> = fc
  .tuple(taxonomy, taxonomy)
  .map(([one, other]) => [steady(one, other), steady(other, one)] as const);

function steady(value: Record_, other: Record_): Record_ {
  const ids = new Set(Object.keys(other['labels'] as Record_));
  const kept = Object.entries(value['labels'] as Record_).filter(([id]) => ids.has(id));
  const named = kept.map(([id, label]): [string, Record_] => [id, { ...(label as Record_), name: `The ${id}` }]);
  const labels: Record_ = Object.fromEntries(named);
  dropDangling(labels as Parameters<typeof dropDangling>[0]);
  return { ...value, labels };
}
