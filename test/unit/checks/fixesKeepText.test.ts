import { expect, test } from 'vitest';
import { check, fixed } from './checking';

const head = 'taxonomy: a\nversion: 1.0.0\ntitle: A\nstatus: draft\nlanguage: en\n';

/** The texts that the fixes of the schema findings of a taxonomy lead to. */
async function mended(text: string): Promise<(string | undefined)[]> {
  const files = { 'a.taxonomy.yaml': head + text };
  const problems = (await check(files)).filter(({ rule }) => rule === 'schema');
  return problems.flatMap((problem) =>
    problem.fixes.length > 0 ? [fixed(files, problem)['a.taxonomy.yaml']?.slice(head.length)] : [],
  );
}

test.each([
  ['labels:\n  x: null # later\n', ['labels:\n  x:  # later\n    name: X\n']],
  ['labels:\n  x: ~\n', ['labels:\n  x: \n    name: X\n']],
  ['labels: {x: , z: {name: Z}}\n', []],
  ['labels: {x: Text}\n', ['labels: {x: {name: Text}}\n']],
])('%j', async (text, expected) => {
  expect(await mended(text)).toEqual(expected);
});

test('a long text that begins like a code is looked at in no time', async () => {
  expect(
    await check({ 'a.taxonomy.yaml': `${head}labels:\n  x: {name: X, codes: ["1 ${' '.repeat(5000)}||"]}\n` }),
  ).not.toEqual([]);
});
