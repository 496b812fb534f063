import { describe, expect, test } from 'vitest';
import { createLabelSpace } from '../../../server/src/model/labelSpace';
import { readTaxonomy } from '../../../server/src/model/taxonomy';
import { parseYaml } from '../../../server/src/yaml/parseDocument';

function spaceOf(...texts: string[]) {
  return createLabelSpace(
    texts.map((text, i) => ({ uri: `file:///${i}.taxonomy.yaml`, taxonomy: readTaxonomy(parseYaml(text)) })),
  );
}

describe('an effective label', () => {
  test('intersects geometries and unites attributes of its parents', () => {
    const space = spaceOf(`
attributes:
  side: {type: choice, values: [left, right]}
labels:
  a: {geometry: [mask, polygon, box], attributes: {side: optional}}
  b: {geometry: [polygon, box], attributes: {width: {type: number, unit: mm}}}
  c: {parent: [a, b], geometry: [box, mask], attributes: {side: required, note: {type: text}}}
`);
    const effective = space.effective('c');
    expect(effective?.geometry).toEqual(['box']);
    expect(
      [...(effective?.attributes.values() ?? [])].map(({ id, type, required, declaredBy }) => [
        id,
        type,
        required,
        declaredBy,
      ]),
    ).toEqual([
      ['side', 'choice', true, 'c'],
      ['width', 'number', undefined, 'b'],
      ['note', 'text', undefined, 'c'],
    ]);
  });

  test('inherits presence, scope, layer and DICOM codes key by key', () => {
    const space = spaceOf(`
labels:
  finding:
    presence: [present, absent]
    scope: image
    layer: findings
    dicom: {category: 'SCT:49755003 |Morphologically Altered Structure|', region: 'SCT:51185008 |Thorax|'}
  nodule:
    parent: finding
    layer: nodules
    codes: ['RADLEX:RID3875', 'SCT:27925004 |Nodule|']
    dicom: {region: 'SCT:39607008 |Lung|'}
`);
    const effective = space.effective('nodule');
    expect([effective?.presence, effective?.scope, effective?.layer]).toEqual([
      ['present', 'absent'],
      'image',
      'nodules',
    ]);
    expect([...(effective?.dicom ?? [])].map(([key, { code, term }]) => [key, code, term])).toEqual([
      ['category', '49755003', 'Morphologically Altered Structure'],
      ['region', '39607008', 'Lung'],
      ['type', '27925004', 'Nodule'],
    ]);
  });

  test('names the keys that its parents disagree on', () => {
    const space = spaceOf(`
labels:
  a: {scope: image}
  b: {scope: study}
  c: {parent: [a, b]}
`);
    expect(space.effective('c')?.scope).toBe('image');
    expect(space.conflicts('c')).toEqual([{ key: 'scope', parents: ['a', 'b'] }]);
  });

  test('is there for labels in a circle of parents, and for unknown parents', () => {
    const space = spaceOf('labels:\n  a: {parent: b, scope: image}\n  b: {parent: a}\n  c: {parent: gone}\n');
    expect(space.effective('b')?.scope).toBe('image');
    expect(space.effective('c')?.label.id).toBe('c');
    expect(space.descendants('a')).toEqual(['b']);
    expect(space.ancestors('c')).toEqual([]);
  });
});

test('a chain of ten thousand parents, the children first, is followed', () => {
  const labels = Array.from({ length: 10_000 }, (_, i) => `  l${i}: {parent: l${i + 1}}`);
  const space = spaceOf(`labels:\n${labels.join('\n')}\n  l10000: {scope: image}\n`);
  expect(space.effective('l0')?.scope).toBe('image');
});

describe('an id space', () => {
  test('keeps the first label of an id and tells of the others', () => {
    const space = spaceOf('labels:\n  a: {name: First}\n', 'labels:\n  a: {name: Second}\n');
    expect(space.labels.get('a')?.label.name).toBe('First');
    expect(space.collisions.map(({ hidden, kept }) => [hidden.uri, kept.uri])).toEqual([
      ['file:///1.taxonomy.yaml', 'file:///0.taxonomy.yaml'],
    ]);
  });

  test('takes the name of a group for what can be annotated below it', () => {
    const space = spaceOf(`
labels:
  group: {abstract: true}
  sub: {abstract: true, parent: group}
  a: {parent: group}
  b: {parent: sub}
  c: {parent: b}
`);
    expect(space.expand('group')).toEqual(['a', 'b', 'c']);
    expect(space.expand('b')).toEqual(['b', 'c']);
    expect(space.expand('unknown')).toEqual([]);
  });

  test('keeps the order of ids that look like numbers', () => {
    const space = spaceOf('labels:\n  10: {}\n  2: {}\n  b: {}\n  __proto__: {}\n  constructor: {}\n');
    expect([...space.labels.keys()]).toEqual(['10', '2', 'b', '__proto__', 'constructor']);
  });
});
