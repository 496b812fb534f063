import { describe, expect, it } from 'vitest';
import { yamlFindings } from '../../../server/src/checks/yaml/yamlFindings';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { applyEdits } from '../../../server/src/yaml/text';

const start =
  'taxonomy: example\nversion: 1.0.0\ntitle: Example\nstatus: draft\nlanguage: en\nlabels:\n  hip:\n    name: Hip\n    definition: Head.\n';

/** Of the first mistake: the text there, what it says, and the lines when its fix is applied, which leaves no mistake. */
function first(lines: string) {
  const document = parseYaml(start + lines);
  const [finding] = yamlFindings(document);
  if (!finding) throw new Error('There is no mistake.');
  const edits = finding.fixes?.[0]?.edits(document);
  const after = edits && applyEdits(document.text, edits);
  expect(after === undefined ? [] : parseYaml(after).errors).toEqual([]);
  return { at: document.textOf(finding.at), message: finding.message, after: after?.slice(start.length) };
}

describe('a value that needs quotes', () => {
  const begins = (mark: string) =>
    `“${mark}” at the start of a text has a meaning of its own in YAML. Put the text in quotes.`;
  it.each([
    ['> 5 mm', begins('>'), "'> 5 mm'"],
    ['| 5 mm', begins('|'), "'| 5 mm'"],
    ['@ level', begins('@'), "'@ level'"],
    ['%10', begins('%'), "'%10'"],
    ['*bold*', begins('*'), "'*bold*'"],
    ['* it’s', begins('*'), "'* it’s'"],
    ['& more', begins('&'), "'& more'"],
    ['`code`', begins('`'), "'`code`'"],
    ['[x] done', begins('['), "'[x] done'"],
    ['> the patient\'s "hip"', begins('>'), "'> the patient''s \"hip\"'"],
    [
      '"Hip" as seen',
      'The text ends with its quotes, and “as” stands behind them. Put all of it in quotes.',
      '\'"Hip" as seen\'',
    ],
    [
      '"Hip" as seen on the "image"',
      'The text ends with its quotes, and “as” stands behind them. Put all of it in quotes.',
      '\'"Hip" as seen on the "image"\'',
    ],
    ["'It's the patient's'", 'The quote before “s” ends the text. Write it twice.', "'It''s the patient''s'"],
    ["'the patients' hip'", 'The quote in the text ends it. Write it twice.', "'the patients'' hip'"],
    [
      '"It is "so" today"',
      'The quote before “so” ends the text. Use single quotes around the text.',
      '\'It is "so" today\'',
    ],
    ['"Hip', 'The quote that opens here is not closed. Write the same quote at the end of the text.', '"Hip"'],
    [
      "'It's the hip",
      'The quote that opens here is not closed, and the one in the text must stand twice.',
      "'It''s the hip'",
    ],
  ])('%s', (text, message, after) => {
    const item = first(`    include:\n      - ${text}\n      - Another\n`);
    expect(item).toMatchObject({ message, after: `    include:\n      - ${after}\n      - Another\n` });
    const value = first(`    uncertainty: ${text} # why\n    value: 3\n`);
    expect(value).toMatchObject({ message, after: `    uncertainty: ${after} # why\n    value: 3\n` });
  });

  it('has a colon', () => {
    expect(first('    x-why: Femoral head: not covered\n    value: 3\n')).toEqual({
      at: 'Femoral',
      message: 'There is one colon too many here. Put the text in quotes if the colon belongs to it.',
      after: "    x-why: 'Femoral head: not covered'\n    value: 3\n",
    });
  });

  it('goes on in the next line', () => {
    const { after } = first('    x-why: Femoral head: not\n      covered at all\n    value: 3\n');
    expect(after).toBe("    x-why: 'Femoral head: not\n      covered at all'\n    value: 3\n");
  });

  it.each([
    ['an alias', '    x-why: *base\n'],
    ['an anchor', '    x-why: &base text\n'],
    ['a tag', '    x-why: !!str 5\n'],
    ['a quote among brackets', '    synonyms: [a, "b]\n'],
    ['a quote that may end below', '    x-why: "Femoral\n      head.\n'],
    ['half a key', '    na  Hip\n'],
    ['escapes', '    x-why: "a\\n" b\n'],
  ])('gets no fix where it is not sure: %s', (_what, body) => {
    expect(first(body).after).toBeUndefined();
  });
});

describe('an indentation', () => {
  it.each([
    [
      'a tab',
      '    include:\n\t\t- Any\n',
      '\t',
      'A tab stands here. Indent with spaces.',
      '    include:\n        - Any\n',
    ],
    ['a tab for a key', '\tvalue: 3\n', '\t', 'A tab stands here. Indent with spaces.', '    value: 3\n'],
    [
      'a tab for a label',
      '\tknee:\n\t\tname: Knee\n',
      '\t',
      'A tab stands here. Indent with spaces.',
      '  knee:\n    name: Knee\n',
    ],
    [
      'a space too many',
      '     value: 3\n     color: red\n    geometry: [mask]\n',
      'value',
      'This line is indented by one space too many. Line it up with “definition”.',
      '    value: 3\n    color: red\n    geometry: [mask]\n',
    ],
    [
      'a space too few',
      '   value: 3\n    color: red\n',
      'value',
      'This line is indented by one space too few. Line it up with “definition”.',
      '    value: 3\n    color: red\n',
    ],
    [
      'a label with a space too many',
      '   knee:\n     name: Knee\n',
      'knee',
      'This line is indented by one space too many. Line it up with “hip”.',
      '  knee:\n    name: Knee\n',
    ],
    [
      'a space too many below a list',
      '    include:\n      - Any\n     color: red\n    geometry: [mask]\n',
      'color',
      'This line is indented by one space too many. Line it up with “include”.',
      '    include:\n      - Any\n    color: red\n    geometry: [mask]\n',
    ],
    [
      'another kind of space',
      '\u00a0   value: 3\n    color: red\n',
      '\u00a0',
      'This line is indented with a no-break space (U+00A0), which does not count. Use ordinary spaces.',
      '    value: 3\n    color: red\n',
    ],
  ])('%s', (_what, body, at, message, after) => {
    expect(first(body)).toEqual({ at, message, after });
  });
});

it('of two wordings in conflict, keys that both have are not told of', () => {
  const text = `${start}<<<<<<< HEAD\n    value: 3\n=======\n    value: 4\n>>>>>>> theirs\n`;
  const messages = yamlFindings(parseYaml(text)).map(({ message }) => message);
  expect(new Set(messages)).toEqual(
    new Set(['This is a conflict marker of git. Choose one of the two wordings and remove the markers.']),
  );
  expect(messages).toHaveLength(3);
});

it('what follows from a mistake is not told of', () => {
  const text = `${start.split('    name')[0]}\tname: Hip\n    definition: A joint.\n    geometry: [mask]\n`;
  expect(yamlFindings(parseYaml(text)).map(({ message }) => message)).toEqual([
    'A tab stands here. Indent with spaces.',
  ]);
});

it('an entry that is indented otherwise than the first', () => {
  const document = parseYaml(`${start.replace('  hip:', ' hip:')}  knee:\n    name: Knee\n`);
  const [finding] = yamlFindings(document);
  expect(finding?.message).toBe('This line is indented by one space too many. Line it up with “hip”.');
  const after = applyEdits(document.text, finding?.fixes?.[0]?.edits(document) ?? []);
  expect(after).toContain('labels:\n hip:\n    name: Hip\n    definition: Head.\n knee:\n   name: Knee\n');
  expect(parseYaml(after).errors).toEqual([]);
});

describe('a mark', () => {
  it.each([
    ['value:3', ':', 'A space is missing behind the colon.', 'value: 3'],
    ['value：3', '：', 'This colon is a wide one. Write an ordinary colon and a space.', 'value: 3'],
  ])('%s', (line, at, message, after) => {
    expect(first(`    ${line}\n    geometry: [mask]\n`)).toEqual({
      at,
      message,
      after: `    ${after}\n    geometry: [mask]\n`,
    });
  });

  it('of a list', () => {
    expect(first('    include:\n      - One\n      -Two\n      -Three\n')).toEqual({
      at: '-',
      message: 'A hyphen needs a space behind it.',
      after: '    include:\n      - One\n      - Two\n      - Three\n',
    });
    expect(first('    include:\n      * One\n      • Two\n').after).toBe('    include:\n      - One\n      - Two\n');
  });
});

it('a repeated key names the line of the other', () => {
  expect(first('    name: Hips\n')).toEqual({
    at: 'name',
    message: '“name” stands in line 8 already. Remove one of the two, or give this one another id.',
    after: undefined,
  });
});

it('a file in UTF-16 is told from one that is no text', () => {
  const message = (text: string) => yamlFindings(parseYaml(text))[0]?.message;
  expect(message([...start].join('\0'))).toBe('This file is saved as UTF-16. Save it as UTF-8.');
  expect(message(`\0${[...start].join('\0')}`)).toBe('This file is saved as UTF-16. Save it as UTF-8.');
  expect(message('PK\x03\x04\0\0\0')).toBe('This file holds characters that are not text. Is it a guideline?');
});

describe('a colour without quotes', () => {
  const message = '“#e4572e” and all behind it is a comment here. Put the colour in quotes.';
  it.each([
    ['{name: A, color: #e4572e}', "{name: A, color: '#e4572e'}"],
    ['{color: #e4572e, name: A}', "{color: '#e4572e', name: A}"],
    ['{name: A,\n    color: #e4572e}', "{name: A,\n    color: '#e4572e'}"],
  ])('in brackets: %s', (written, after) => {
    expect(first(`  a: ${written}\n`)).toEqual({ at: '#e4572e', message, after: `  a: ${after}\n` });
  });
});
