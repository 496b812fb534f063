import { describe, expect, it } from 'vitest';
import { generateTaxonomy, listSchema } from '../../../scripts/bench/generate.mjs';
import { conceptId } from '../../../scripts/bench/snomed.mjs';
import { codeMistake } from '../../../server/src/checks/codes';
import { bumpBetween } from '../../../server/src/grade/bumpBetween';
import { createProblems } from '../../../server/src/checks/problems';
import { createWorkspace } from '../../../server/src/workspace/createWorkspace';
import { noHistory } from '../../../server/src/workspace/history';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import schema from '../../../schemas/taxonomy.schema.json';

const uri = 'file:///w/bench.taxonomy.yaml';

async function problemsOf(text: string): Promise<string[]> {
  const fileSystem = createMemoryFileSystem({ [uri]: text });
  const workspace = createWorkspace({ fileSystem, folders: ['file:///w'] });
  const problems = createProblems({
    workspace,
    fileSystem,
    history: noHistory,
    bumpBetween,
    today: () => '2026-02-01',
    logFault: (message) => expect.fail(message),
  });
  return (await problems.of(uri)).map(({ range, rule }) => `${range.start.line} ${rule}`);
}

/** What stands in a text at a place, to the end of its line. */
const at = (text: string, { line, character }: { line: number; character: number }) =>
  text.split('\n')[line]?.slice(character);

describe('generated taxonomies', () => {
  it.each([100, 1000])('have one problem, in the last of %d labels', async (labels) => {
    const { text, places } = generateTaxonomy(labels);
    expect(await problemsOf(text)).toEqual([`${places.problem} schema`]);
  });

  it('have none when they are not to be flawed', async () => {
    expect(await problemsOf(generateTaxonomy(20, { flawed: false, changes: 5 }).text)).toEqual([]);
  });

  it('are the same in every run', () => {
    expect(generateTaxonomy(50)).toEqual(generateTaxonomy(50));
  });

  it.each(['map', 'list'] as const)('say where to edit and to ask, as a %s', (form) => {
    const { text, places } = generateTaxonomy(100, { form });
    expect(at(text, { line: places.problem, character: 0 })).toBe('    scope: picture');
    expect(at(text, { ...places.value, character: 0 })).toBe('    scope: image');
    expect(at(text, places.value)).toBe('');
    expect(at(text, places.key)).toMatch(/^finition: /);
    expect(at(text, places.text)).toMatch(/^A \w+/);
    expect(at(text, places.prose)).toBe('');
    expect(at(text, places.line)).toMatch(/^ {4}definition: /);
  });

  it('name one label a hundred times', () => {
    const { text, places } = generateTaxonomy(100);
    const line = at(text, { ...places.renamed, character: 0 });
    const named = line?.trim().replace(':', '') ?? '';
    expect(places.references).toBe(100);
    expect(text.split(new RegExp(`(?:confusedWith:\n +|disjointWith: \\[)${named}`)).length - 1).toBe(100);
  });

  it('differ in as many labels as were asked for, and never in length', () => {
    const before = generateTaxonomy(1000).text.split('\n');
    const after = generateTaxonomy(1000, { changes: 50 }).text.split('\n');
    expect(after).toHaveLength(before.length);
    // The version differs too.
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(51);
  });

  it('carry well-formed codes', () => {
    for (const item of [100_000, 123_456, 149_999]) expect(codeMistake('SCT', conceptId(item))).toBeUndefined();
  });
});

it('makes a schema of lists that asks for an id', () => {
  const { properties, $defs } = listSchema(schema);
  expect(properties.labels).toMatchObject({ type: 'array', items: { $ref: '#/$defs/label' } });
  expect($defs.label.required).toEqual(['id', 'name']);
  expect(Object.keys($defs.label.properties)).toContain('id');
});
