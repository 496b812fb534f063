import { describe, expect, it } from 'vitest';
import { pathKeys } from '../../../server/src/yaml/document';
import type { YamlScalar } from '../../../server/src/yaml/node';
import {
  entryOf,
  nodeAtPointer,
  pointerSteps,
  spanBetween,
  spanWithin,
  toPointer,
  toValue,
  valueAt,
} from '../../../server/src/yaml/node';
import { parseYaml } from '../../../server/src/yaml/parseDocument';

const document = parseYaml(`title: "A title"
plain: some words
escaped: "a\\tb"
quoted: 'it''s'
text: >-
  folded
labels:
  10: {name: Ten}
  2:
    name: Two
    parents: [a, b]
  __proto__: {constructor: yes}
list:
  - a: 1
  - [x, y: z]
empty:
`);

function scalarAt(...path: string[]): YamlScalar {
  const node = valueAt(document.root, ...path);
  if (node?.kind !== 'scalar') throw new Error(`${path.join('.')} is no scalar`);
  return node;
}

describe('nodes', () => {
  it('are found by keys and indexes', () => {
    expect(valueAt(document.root, 'labels', '2', 'parents', 1)).toMatchObject({ value: 'b' });
    expect(valueAt(document.root, 'list', 1, 1, 'y')).toMatchObject({ value: 'z' });
    expect(valueAt(document.root, 'labels', 'none', 'name')).toBeUndefined();
    expect(valueAt(document.root, 'toString')).toBeUndefined();
    expect(entryOf(valueAt(document.root, 'labels'), '__proto__')?.key.source).toBe('__proto__');
    expect(entryOf(undefined, 'a')).toBeUndefined();
  });

  it('keep the order in which keys are written', () => {
    const labels = valueAt(document.root, 'labels');
    expect(labels?.kind === 'map' && labels.entries.map(({ key }) => key.value)).toEqual(['10', '2', '__proto__']);
  });

  it('become plain values, of which no key is special', () => {
    const value = toValue(document.root) as { labels: Record<string, unknown>; list: unknown; empty: unknown };
    expect(Object.keys(value.labels)).toEqual(['2', '10', '__proto__']);
    expect(Object.getPrototypeOf(value.labels)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(value.labels, '__proto__')?.value).toEqual({ constructor: 'yes' });
    expect(value.list).toEqual([{ a: 1 }, ['x', { y: 'z' }]]);
    expect(value.empty).toBeNull();
    expect(toValue(parseYaml('a: 1\nb: {c: 1, c: 2}\na: 2\n').root)).toEqual({ a: 1, b: { c: 1 } });
  });

  it('have spans that stand where they are written', () => {
    expect(document.textOf(document.root)).toBe(document.text.slice().trimEnd());
    expect(document.textOf(valueAt(document.root, 'labels')!)).toMatch(/^10: \{name: Ten\}\n[^]*yes\}$/);
    expect(document.textOf(valueAt(document.root, 'labels', '2')!)).toBe('name: Two\n    parents: [a, b]');
    expect(document.textOf(scalarAt('text'))).toBe('>-\n  folded');
    expect(document.range(scalarAt('empty'))).toEqual({
      start: { line: 15, character: 6 },
      end: { line: 15, character: 6 },
    });
  });

  it('have parts that stand where they are written, unless they are written otherwise', () => {
    expect(document.textOf(spanWithin(scalarAt('title'), 2, 7))).toBe('title');
    expect(document.textOf(spanWithin(scalarAt('plain'), 5, 10))).toBe('words');
    expect(document.textOf(spanWithin(scalarAt('escaped'), 0, 1))).toBe('"a\\tb"');
    expect(document.textOf(spanWithin(scalarAt('quoted'), 0, 1))).toBe("'it''s'");
    expect(document.textOf(spanWithin(scalarAt('text'), 0, 1))).toBe('>-\n  folded');
  });

  it('have spans from one to another in the same block', () => {
    const { key, value } = entryOf(valueAt(document.root, 'labels', '2'), 'name')!;
    expect(document.textOf(spanBetween(key, value))).toBe('name: Two');
    const labels = entryOf(document.root, 'labels')!;
    expect(document.textOf(spanBetween(labels.key, labels.value))).toMatch(/^labels:\n {2}10: [^]*yes\}$/);
    expect(spanBetween(key, scalarAt('title'))).toBe(key);
  });

  it('are named by JSON Pointers', () => {
    expect(toPointer(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0');
    expect(pointerSteps('/a~1b/c~0d/0')).toEqual(['a/b', 'c~d', '0']);
    expect(pointerSteps('/~01')).toEqual(['~1']);
    expect(nodeAtPointer(document.root, '/labels/2/parents/0')).toMatchObject({ value: 'a' });
    expect(nodeAtPointer(document.root, '')).toBe(document.root);
  });

  it.each([
    ['title', 0, 3, ['title']],
    ['a label', 8, 2, ['labels', '2']],
    ['a name in a label', 9, 6, ['labels', '2', 'name']],
    ['an item in brackets', 10, 17, ['labels', '2', 'parents', '1']],
    ['a label in braces', 7, 12, ['labels', '10', 'name']],
    ['an item of a list', 13, 5, ['list', '0', 'a']],
    ['a map in brackets', 14, 12, ['list', '1', '1', 'y']],
    ['a missing value', 15, 6, ['empty']],
    ['beyond the end', 99, 0, []],
  ])('are found at a place: %s', (_, line, character, keys) => {
    expect(pathKeys(document.pathAt({ line, character }))).toEqual(keys);
  });
});
