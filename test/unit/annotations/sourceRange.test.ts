import { expect, it } from 'vitest';
import { readAnnotations } from '../../../server/src/annotations/read';
import { sourceRange } from '../../../server/src/annotations/sourceRange';

const text = ` {"a": [1, {"x\\"]": "}{"} , [2, [3]]],
  "b": {"__proto__": -4.5e1, "c": true}, "d": "é", "d": null}`;

it.each([
  [[], text.trim()],
  [['a', 0], '1'],
  [['a', 1], '{"x\\"]": "}{"}'],
  [['a', 1, 'x"]'], '"}{"'],
  [['a', 2, 1, 0], '3'],
  [['b', '__proto__'], '-4.5e1'],
  [['b', 'c'], 'true'],
  [['d'], 'null'],
])('%j leads to %s', (path, expected) => {
  const range = sourceRange(text, { path });
  expect(range && text.slice(range.start, range.end)).toBe(expected);
});

it.each([[['e']], [['a', 3]], [['a', 0, 0]], [['a', 'x']], [['b', 'c', 'd']]])('%j leads nowhere', (path) => {
  expect(sourceRange(text, { path })).toBeUndefined();
});

it.each(['', '{', '{"a"', '{"a":', '[1,', '["', '{"a": [', '[[[['])('goes nowhere in %s', (broken) => {
  for (const path of [['a'], [0], ['a', 1], [0, 0, 0, 0]]) {
    const range = sourceRange(broken, { path });
    expect(range === undefined || range.end <= broken.length).toBe(true);
  }
});

it('finds every annotation of a file again', async () => {
  const annotations = [1, 2, 3].map((id) => ({ id, image_id: 1, category_id: 1, bbox: [id, 1, 1, 1] }));
  const content = JSON.stringify({ images: [{ id: 1 }], categories: [{ id: 1, name: 'a' }], annotations }, null, 2);
  const file = await readAnnotations(content);
  const found = file?.images[0]?.annotations.map(({ source }) => {
    const range = source && sourceRange(content, source);
    return range && (JSON.parse(content.slice(range.start, range.end)) as unknown);
  });
  expect(found).toEqual(annotations);
});

it('leaves ranges as they are, unless the text is another', () => {
  expect(sourceRange('abc', { start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  expect(sourceRange('a', { start: 1, end: 2 })).toBeUndefined();
});
