import { describe, expect, it } from 'vitest';
import { check, fixed, pointedAt } from './checking';

const head = 'taxonomy: example\nversion: 1.0.0\ntitle: Example\nstatus: draft\nlanguage: en\n';

/** The first problem of form: where it points, what it says, and what its first fix makes of the text behind the head. */
async function first(body: string) {
  const files = { 'a.taxonomy.yaml': head + body };
  const problem = (await check(files)).find(({ rule }) => rule === 'schema');
  if (!problem) throw new Error('There is no problem.');
  const after = problem.fixes.length > 0 ? fixed(files, problem)['a.taxonomy.yaml']?.slice(head.length) : undefined;
  return { at: pointedAt(files, problem), message: problem.message, after };
}

const hip = 'labels:\n  hip:\n    name: Hip\n    definition: Head.\n';

describe('a label', () => {
  it('at the margin', async () => {
    const found = await first(`${hip}knee:\n  name: Knee\n\n  definition: >-\n    Joint.\n`);
    expect(found).toEqual({
      at: 'knee',
      message: '“knee” stands at the left margin. Indent it by two spaces, so that it is a label.',
      after: `${hip}  knee:\n    name: Knee\n\n    definition: >-\n      Joint.\n`,
    });
  });

  it('at the margin, before the labels: it is not clear where it goes', async () => {
    expect((await first(`knee:\n  name: Knee\n${hip}`)).after).toBeUndefined();
  });

  it('among the keys of the label before it', async () => {
    const found = await first(`${hip}    knee:\n      name: Knee\n    toe:\n      name: Toe\n`);
    expect(found).toEqual({
      at: 'knee',
      message: '“knee” looks like a label, and stands among the keys of “hip”. Indent it by 2 spaces less.',
      after: `${hip}  knee:\n    name: Knee\n  toe:\n    name: Toe\n`,
    });
  });

  it('among the keys of a label, with more of these behind it', async () => {
    expect((await first(`${hip}    knee:\n      name: Knee\n    value: 3\n`)).after).toBeUndefined();
  });

  it('whose keys are indented with another kind of space', async () => {
    expect(await first(`${hip}\u00a0   value: 3\n`)).toEqual({
      at: '\u00a0   value',
      message: 'This line is indented with a no-break space (U+00A0), which does not count. Use ordinary spaces.',
      after: `${hip}    value: 3\n`,
    });
  });
});

describe('a space that is missing', () => {
  it('behind hyphens', async () => {
    expect(await first(`${hip}    include:\n      -Any line\n      -Other\n`)).toEqual({
      at: '-Any line\n      -Other',
      message: 'A hyphen needs a space behind it.',
      after: `${hip}    include:\n      - Any line\n      - Other\n`,
    });
  });

  it('behind colons', async () => {
    expect(await first(`${hip}  knee:\n    name:Knee\n    value:3\n`)).toEqual({
      at: 'name:Knee\n    value:3',
      message: 'A colon needs a space behind it.',
      after: `${hip}  knee:\n    name: Knee\n    value: 3\n`,
    });
  });

  it('not where a text begins with a hyphen', async () => {
    expect((await first(`${hip}    include: -5 HU\n`)).after).toBe(`${hip}    include: ['-5 HU']\n`);
  });
});

describe('typographic quotes', () => {
  it.each([
    ['name: “Hip”', 'Hip', "name: 'Hip'"],
    ['name: „Patient’s hip“', 'Patient’s hip', "name: 'Patient’s hip'"],
    ['color: ‘#ff0000’', '#ff0000', "color: '#ff0000'"],
    ['value: “3”', '3', 'value: 3'],
    ['abstract: “true”', 'true', 'abstract: true'],
    ['scope: “image”', 'image', "scope: 'image'"],
  ])('%s', async (line, text, after) => {
    const found = await first(
      `labels:\n  hip:\n    definition: “Head”, it says.\n    ${line}\n${line.startsWith('name') ? '' : '    name: Hip\n'}`,
    );
    expect(found.message).toBe(
      `The quotes around “${text}” are typographic ones, and read as part of the text. Write straight quotes.`,
    );
    expect(found.after).toContain(`\n    ${after}\n`);
  });
});

describe('what a head lacks', () => {
  const fix = async (text: string, key: string) => {
    const files = { 'a.taxonomy.yaml': text };
    const problem = (await check(files)).find(({ message }) => message.includes(`lacks “${key}”`));
    return problem && fixed(files, problem)['a.taxonomy.yaml'];
  };

  it('is put at the top: its kind and id', async () => {
    const rest =
      'version: 1.0.0\ntitle: Hip Dysplasia\nstatus: draft\nlanguage: en\nlabels: {a: {name: A, definition: A}}\n';
    expect(await fix(rest, 'taxonomy')).toBe(`taxonomy: hip-dysplasia\n${rest}`);
  });

  it('is put at the end: labels', async () => {
    expect(await fix(`${head}source: [A]\n`, 'labels')).toBe(
      `${head}source: [A]\nlabels:\n  first-label:\n    name: First label\n`,
    );
  });
});

it('a name where an id is wanted', async () => {
  expect(await first(`${hip}    parent: Big Joint\n`)).toEqual({
    at: 'Big Joint',
    message: '“Big Joint” is no id. Did you mean “big-joint”? Ids have lower-case letters, digits and hyphens.',
    after: `${hip}    parent: big-joint\n`,
  });
});
