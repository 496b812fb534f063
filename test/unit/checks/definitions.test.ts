import { expect, it } from 'vitest';
import { taxonomyText } from '../../../server/src/checks/rules/examples';
import { check } from './checking';

/** The labels of which it is told that their definition is another label's name. */
async function told(labels: string): Promise<string[]> {
  const problems = await check({ 'a.taxonomy.yaml': taxonomyText(`labels:\n${labels}`) });
  return problems
    .filter(({ rule }) => rule === 'definition-is-no-other-label')
    .map(({ message }) => message.split('. ')[0] ?? '');
}

it('labels that are defined by each other are told of', async () => {
  expect(await told('  a: {name: Nodule, definition: A mass.}\n  b: {name: Mass, definition: Nodule}\n')).toEqual([
    'The definition of “a” is only the name of “b”',
    'The definition of “b” is only the name of “a”',
  ]);
});

it.each([
  ['a synonym of another', 'definition: An SPN.', 1],
  ['its own name', 'definition: A mass.', 0],
  ['its own synonym', 'synonyms: [Nodule], definition: Nodule', 0],
  ['a name with more', 'definition: A large nodule.', 0],
  ['nothing', 'definition: .', 0],
])('one that is defined as %s', async (_what, definition, count) => {
  const labels = `  a: {name: Nodule, synonyms: [SPN], definition: A rounded opacity.}\n  b: {name: Mass, ${definition}}\n`;
  expect(await told(labels)).toHaveLength(count);
});
