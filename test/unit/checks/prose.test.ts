import { describe, expect, it } from 'vitest';
import { check, fixed, pointedAt } from './checking';

const head =
  'taxonomy: example\nversion: 1.0.0\ntitle: Example\nstatus: draft\nlanguage: en\nlabels:\n  finding: {name: Finding, abstract: true, definition: Any.}\n  hip:\n    name: Hip\n';

/** What the rule says of the keys of a label: where, what, and the keys after the fix. */
async function found(body: string) {
  const files = { 'a.taxonomy.yaml': head + body };
  const problems = (await check(files)).filter(({ rule }) => rule === 'keys-stand-outside-prose');
  return problems.map((problem) => ({
    at: pointedAt(files, problem),
    message: problem.message,
    after: problem.fixes.length > 0 ? fixed(files, problem)['a.taxonomy.yaml']?.slice(head.length) : undefined,
  }));
}

describe('keys within a text', () => {
  it('are moved out of it, with what follows', async () => {
    const body =
      "    definition: >-\n      Head not covered.\n\n      parent: finding\n      color: '#ff0000'\n      include:\n        - Any\n      exclude:\n      - None\n    value: 3\n";
    expect(await found(body)).toEqual([
      {
        at: 'parent: finding',
        message: '“parent: finding” reads as part of “definition”. Indent it by two less, so that it is a key.',
        after:
          "    definition: >-\n      Head not covered.\n\n    parent: finding\n    color: '#ff0000'\n    include:\n      - Any\n    exclude:\n    - None\n    value: 3\n",
      },
    ]);
  });

  it('of an attribute', async () => {
    const body =
      '    definition: Head.\n    attributes:\n      width:\n        type: number\n        method: |\n            Across.\n            unit: mm\n';
    expect(await found(body)).toEqual([
      {
        at: 'unit: mm',
        message: '“unit: mm” reads as part of “method”. Indent it by 4 less, so that it is a key.',
        after:
          '    definition: Head.\n    attributes:\n      width:\n        type: number\n        method: |\n            Across.\n        unit: mm\n',
      },
    ]);
  });

  it.each([
    ['more prose follows', '    definition: >-\n      Head.\n      parent: finding\n      More of it.\n'],
    ['the key is there already', '    definition: >-\n      Head.\n      value: 3\n    value: 3\n'],
  ])('stay where it is not sure: %s', async (_what, body) => {
    const [problem] = await found(body);
    expect(problem?.message).toMatch(/ reads as part of “definition”/);
    expect(problem?.after).toBeUndefined();
  });

  it.each([
    ['another word', '    definition: >-\n      Head.\n      note: it is there\n'],
    ['within a line', '    definition: >-\n      Head, value: 3.\n'],
    ['of another case', '    definition: >-\n      Head.\n      Value: 3.\n'],
  ])('are none: %s', async (_what, body) => {
    expect(await found(body)).toEqual([]);
  });
});
