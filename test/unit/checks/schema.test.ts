import { describe, expect, it } from 'vitest';
import { protocolExample } from '../../../server/src/checks/rules/examples';
import { check, fixed, pointedAt } from './checking';

const head = 'taxonomy: example\nversion: 1.0.0\ntitle: Example\nstatus: draft\nlanguage: en\n';
const label = (body: string) => ({
  'a.taxonomy.yaml': `${head}labels:\n  ptx:\n    name: Pneumothorax\n    definition: Air.\n${body.replace(/^/gm, '    ')}\n`,
});
const taxonomy = (text: string) => ({ 'a.taxonomy.yaml': text });

/** The only problem: where it points, what it says, and what its first fix makes of that line. */
async function only(files: Readonly<Record<string, string>>) {
  const problems = (await check(files)).filter(({ rule }) => rule === 'schema');
  expect(problems.map(({ message }) => message)).toHaveLength(1);
  const [problem] = problems;
  if (!problem) throw new Error('There is no problem.');
  const { start } = problem.range;
  const after = problem.fixes.length > 0 ? Object.values(fixed(files, problem))[0] : undefined;
  return {
    at: pointedAt(files, problem),
    message: problem.message,
    line: after?.split('\n')[start.line]?.trim(),
    after,
    title: problem.fixes[0]?.title,
  };
}

describe('mistakes in a label', () => {
  it.each([
    ['exlude: [Fold]', 'exlude', '“exlude” is not a key of a label. Did you mean “exclude”?', 'exclude: [Fold]'],
    ["colour: '#ffffff'", 'colour', '“colour” is not a key of a label. Did you mean “color”?', "color: '#ffffff'"],
    ['color: #e4572e', '#e4572e', 'A colour needs quotes: without them “#e4572e” is a comment.', "color: '#e4572e'"],
    [
      'color: e4572e',
      'e4572e',
      "A colour has six hexadecimal digits behind #, in quotes, such as '#e4572e'. “e4572e” does not fit.",
      "color: '#e4572e'",
    ],
    ['abstract: yes', 'yes', '“abstract” is true or false; “yes” is neither.', 'abstract: true'],
    ['value: 0', '0', '“value” must be 1 or more (0 is the background).', undefined],
    ["value: '3'", "'3'", '“value” is a whole number alone; “3” is not.', 'value: 3'],
    [
      'geometry: mask, polygon',
      'mask, polygon',
      '“geometry” is a list: each item in brackets, or on a line of its own behind a hyphen.',
      'geometry: [mask, polygon]',
    ],
    [
      'geometry: [maks]',
      'maks',
      '“maks” is not a geometry here. Did you mean “mask”? Use one of mask, polygon, box, ellipse, polyline, point, keypoints, classification or span.',
      'geometry: [mask]',
    ],
    [
      'include: [Any line, also after drainage]',
      'Any line, also after drainage',
      'The comma makes two criteria of “Any line, also after drainage”. Put the text in quotes if it is one, or begin each with a capital.',
      "include: ['Any line, also after drainage']",
    ],
    [
      'include: [Skin folds: the line runs on]',
      'Skin folds: the line runs on',
      'The colon behind “Skin folds” makes it a key. Put the whole text in quotes.',
      "include: ['Skin folds: the line runs on']",
    ],
    [
      'status: draft',
      'status',
      '“status” is not a key of a label. It belongs at the left margin, where it speaks of the whole file. A label that is out of use has “deprecated”.',
      '',
    ],
    ['foo: 1', 'foo', '“foo” is not a key of a label. A key of your own begins with “x-”.', 'x-foo: 1'],
    [
      'attributes: {side: requird}',
      'requird',
      '“requird” is not a value of “side” here. Did you mean “required”? Use required or optional.',
      'attributes: {side: required}',
    ],
    [
      'attributes: {width: number}',
      'number',
      '“width” is defined here by a map, {type: number}; a word alone (required or optional) uses a shared attribute.',
      'attributes: {width: {type: number}}',
    ],
    [
      'attributes: {side: {type: choice, unit: mm, values: [a]}}',
      'unit',
      '“unit” does not go with an attribute of type choice. Remove it, or change “type”.',
      'attributes: {side: {type: choice, values: [a]}}',
    ],
    [
      'attributes: {side: {type: choice}}',
      'side',
      '“side” lacks “values” (the values a reader may choose from). Add it.',
      undefined,
    ],
    [
      'attributes: {grade: {type: choice, values: [1, 2]}}',
      '1, 2',
      'The items of “values” are texts. Put 1 and 2 in quotes.',
      "attributes: {grade: {type: choice, values: ['1', '2']}}",
    ],
    [
      'attributes: {seen: {type: choice, values: [yes, no]}}',
      'yes, no',
      'Other tools read “yes” and “no” as true, false or nothing. Put them in quotes.',
      "attributes: {seen: {type: choice, values: ['yes', 'no']}}",
    ],
    [
      'attributes: {width: {type: number, minimum: 2 mm}}',
      '2 mm',
      '“minimum” is a number alone; “2 mm” is not.',
      'attributes: {width: {type: number, minimum: 2}}',
    ],
    [
      "codes: ['SNOMED 36118008']",
      "'SNOMED 36118008'",
      'A code is written as SCT:36118008 |Pneumothorax|: code system, colon, code, and the term between bars. “SNOMED 36118008” does not fit.',
      "codes: ['SCT:36118008']",
    ],
    ['deprecated: true', 'true', '“deprecated” has keys under it, at least “since”.', undefined],
    [
      'translations: {de: {name: Pneu, thorax}}',
      'thorax',
      'The comma ends the text of “name” here. Put the whole text in quotes if the comma belongs to it.',
      "translations: {de: {name: 'Pneu, thorax'}}",
    ],
    ['geometry: []', '[]', '“geometry” is an empty list. Name at least one, or remove the key.', undefined],
    [
      'exclude:\n  -\n  - Folds',
      '-',
      'An item of “exclude” is empty. Write something behind the hyphen, or remove the line.',
      undefined,
    ],
  ])('%s', async (body, at, message, line) => {
    const found = await only(label(body));
    expect(found).toMatchObject({ at, message });
    expect(found.line).toBe(line);
  });
});

describe('mistakes in a taxonomy', () => {
  it.each([
    [
      head.replace('1.0.0', '1.0'),
      '1.0',
      'A version has three numbers, such as 1.0.0. “1.0” does not fit.',
      'version: 1.0.0',
    ],
    [
      head.replace('draft', 'final'),
      'final',
      '“final” is not a status here. Did you mean “approved”? Use one of draft, review, approved or retired.',
      'status: approved',
    ],
    [
      head.replace('version: 1.0.0\n', ''),
      'taxonomy',
      'A taxonomy lacks “version” (three numbers, such as 1.0.0). Add it.',
      'taxonomy: example',
    ],
    [
      `${head}color: red\n`,
      'color',
      '“color” is not a key of a taxonomy. It belongs under a label in “labels”.',
      'labels: {}',
    ],
    [
      head.replace(': en', ': english'),
      'english',
      'A language is written as on web pages: en, de, pt-BR. “english” does not fit.',
      'language: en',
    ],
  ])('%j', async (text, at, message, line) => {
    const found = await only(taxonomy(`${text}labels: {}\n`));
    expect(found).toMatchObject({ at, message });
    expect(found.line).toBe(line);
  });

  it('says what a file without anything needs', async () => {
    expect(await only(taxonomy(''))).toMatchObject({
      at: '',
      message: 'This file is empty. It begins with “taxonomy: its-id”.',
    });
  });

  it('turns a list of labels into a map by their ids', async () => {
    const list = `${head}labels:\n  - id: ptx\n    name: PTX\n    definition: Air.\n  - id: eff\n    name: Effusion\n    definition: Fluid.\n`;
    const found = await only(taxonomy(list));
    expect(found.message).toBe('“labels” is no list: each entry begins with its id and a colon, without a hyphen.');
    expect(found.after).toBe(
      `${head}labels:\n  ptx:\n    name: PTX\n    definition: Air.\n  eff:\n    name: Effusion\n    definition: Fluid.\n`,
    );
    expect(await check(taxonomy(found.after ?? ''))).toEqual([]);
  });

  it('sees that the keys of a label are not indented far enough', async () => {
    const found = await only(taxonomy(`${head}labels:\n  ptx:\n  name: PTX\n  definition: Air.\n`));
    expect(found.at).toBe('name');
    expect(found.message).toBe(
      '“name” stands where the ids of labels stand. Indent it by two more spaces, so that it belongs to “ptx”.',
    );
    expect(found.after).toBe(`${head}labels:\n  ptx:\n    name: PTX\n    definition: Air.\n`);
  });

  it('takes a text beside an id for the name of the label', async () => {
    const found = await only(taxonomy(`${head}labels:\n  ptx: Pneumothorax\n`));
    expect(found.message).toBe('A label has keys with values, such as “name: Ptx” on a line of its own.');
    expect(found.after).toBe(`${head}labels:\n  ptx:\n    name: Pneumothorax\n`);
  });

  it('takes a text of several lines beside an id for the name, too', async () => {
    const found = await only(taxonomy(`${head}labels:\n  ptx: Pneumothorax\n    - of any size\n`));
    expect(found.after).toBe(`${head}labels:\n  ptx:\n    name: Pneumothorax - of any size\n`);
  });

  it('adds the name that a label lacks', async () => {
    const found = await only(taxonomy(`${head}labels:\n  skin-fold:\n    definition: A fold.\n`));
    expect(found.message).toBe('“skin-fold” lacks “name” (what it is called, for people). Add it.');
    expect(found.after).toBe(`${head}labels:\n  skin-fold:\n    name: Skin fold\n    definition: A fold.\n`);
  });
});

describe('mistakes in a protocol', () => {
  it.each([
    [
      'workflow:\n  first: {stage: reed, role: reader}',
      'reed',
      '“reed” is not a kind of stage here. Did you mean “read”? Use one of train, pre-label, read, revise, merge, adjudicate or quality-control.',
    ],
    [
      'workflow:\n  first: {stage: read}',
      'first',
      '“first” lacks “role” (who does it, by the name under “roles”). Add it.',
    ],
    [
      'workflow:\n  first: {stage: read, role: reader}\n  all: {stage: merge, of: first, method: majorty}',
      'majorty',
      '“majorty” is not a merge method here. Did you mean “majority”? Use one of majority, unanimity, union, intersection, mean, median, staple, consensus or expert.',
    ],
    [
      'workflow:\n  first: {stage: read, role: reader, method: majority}',
      'method',
      '“method” does not go with a stage of kind read. Remove it, or change “stage”.',
    ],
    ['roles:\n  reader: Radiologist', 'Radiologist', '“reader” has keys under it, at least “qualification”.'],
    [
      'roles:\n  reader: {qualification: R, experienceYears: 5 years}',
      '5 years',
      '“experienceYears” is a number alone; “5 years” is not.',
    ],
    ['taxonomy: findings.taxonomy.yaml', 'findings.taxonomy.yaml', '“taxonomy” has keys under it, at least “file”.'],
    ['effective: 1.2.2026', '1.2.2026', 'A date has year, month and day, such as 2026-02-01. “1.2.2026” does not fit.'],
    [
      'privacy: {retention: 10 years}',
      '10 years',
      'A length of time is written as P10Y (years), P3M (months), P2W (weeks) or P30D (days). “10 years” does not fit.',
    ],
    [
      'data: {cohort: {sex: {shares: {female: 0.5}}}}',
      '0.5',
      'A share is a percentage from 0% to 100%, such as 70%, or a number of cases. “0.5” does not fit.',
    ],
    [
      'tools: [{name: Viewer, version: 5.6}]',
      '5.6',
      '“version” takes a text, and 5.6 reads as a number. Put it in quotes.',
    ],
    [
      'labels:\n  pneumothorax:',
      'pneumothorax',
      '“pneumothorax” has nothing under it. Write {} behind the colon if there is nothing to say.',
    ],
    ['readers: 3', 'readers', '“readers” is not a key of a protocol. It belongs under a stage in “workflow”.'],
    ['images: {front: {display: [{center: 1, width: 0}]}}', '0', '“width” must be greater than 0.'],
  ])('%j', async (body, at, message) => {
    expect(await only(protocolExample(body))).toMatchObject({ at, message });
  });

  it.each([
    ['taxonomy: findings.taxonomy.yaml', 'taxonomy: {file: findings.taxonomy.yaml}'],
    ['effective: 1.2.2026', 'effective: 2026-02-01'],
    ['privacy: {retention: 10 years}', 'privacy: {retention: P10Y}'],
    ['data: {cohort: {sex: {shares: {female: 0.5}}}}', 'data: {cohort: {sex: {shares: {female: 50%}}}}'],
    ['labels:\n  pneumothorax:', 'pneumothorax: {}'],
  ])('%j is mended to %j', async (body, line) => {
    expect((await only(protocolExample(body))).line).toBe(line);
  });
});

it('says nothing in the words of the validator', async () => {
  const text = `${head}labels:\n  a: [1]\n  b: {name: {x: 1}, codes: {a: 1}, value: 1.5, geometry: [1], parent: [a, a], attributes: 5}\n`;
  const messages = (await check(taxonomy(text))).map(({ message }) => message);
  expect(messages.length).toBeGreaterThan(5);
  for (const message of messages)
    expect(message).not.toMatch(/must NOT|must be (string|object|array)|schema|property|oneOf|pattern/);
});
