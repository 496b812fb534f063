import { describe, expect, it, test } from 'vitest';
import { toValue } from '../../../server/src/yaml/node';
import { parseYaml } from '../../../server/src/yaml/parseDocument';

const guideline = `taxonomy: t
labels:
  finding:
    name: Finding
    color: red
  fold:
    name: Fold
    color: blue
`;
const all = {
  taxonomy: 't',
  labels: { finding: { name: 'Finding', color: 'red' }, fold: { name: 'Fold', color: 'blue' } },
};
const { finding, fold } = all.labels;

/** The errors of a text: the place (from 0), the text there, and the code. */
function errorsOf(content: string): [string, string, string][] {
  const document = parseYaml(content);
  return document.errors.map((error) => {
    const { start } = document.range(error);
    return [`${start.line}:${start.character}`, document.textOf(error), error.code];
  });
}

test('a broken byte is told where it is, and the rest is read', () => {
  const document = parseYaml('a: a text of some length, with words\nb: Gr\ufffd\ufffde\nc: 2\n');
  expect(document.errors.map((error) => [document.range(error).start, error.code])).toEqual([
    [{ line: 1, character: 5 }, 'encoding'],
  ]);
  expect(document.root.kind === 'map' && document.root.entries.length).toBe(3);
});

describe('a mistake', () => {
  it.each([
    [
      'half a label',
      '  fold:',
      '  pneu\n  fold:',
      ['5:2', 'pneu', 'missing-colon'],
      { ...all, labels: { finding, pneu: null, fold } },
    ],
    [
      'half a label before all others',
      '  finding:',
      '  fi\n  finding:',
      ['2:2', 'fi', 'missing-colon'],
      { ...all, labels: { fi: null, finding, fold } },
    ],
    ['half a key of the root among labels', '  fold:', 'pneu\n  fold:', ['5:0', 'pneu', 'missing-colon'], all],
    [
      'half a key',
      '    name: Fold',
      '    nam\n    name: Fold',
      ['6:4', 'nam', 'missing-colon'],
      { ...all, labels: { finding, fold: { nam: null, ...fold } } },
    ],
    [
      'half a key at the end',
      '    color: red',
      '    color: red\n    nam',
      ['5:4', 'nam', 'missing-colon'],
      { ...all, labels: { finding: { ...finding, nam: null }, fold } },
    ],
    ['an open double quote', 'name: Finding', 'name: "Finding', ['3:10', '"', 'open-quote'], all],
    ['an open single quote', 'name: Finding', "name: 'Finding", ['3:10', "'", 'open-quote'], all],
    [
      'an open bracket',
      'color: red',
      'color: [red',
      ['4:11', '[', 'open-bracket'],
      { ...all, labels: { finding: { ...finding, color: ['red'] }, fold } },
    ],
    [
      'an open brace',
      'color: red',
      'color: {red: 1',
      ['4:11', '{', 'open-bracket'],
      { ...all, labels: { finding: { ...finding, color: { red: 1 } }, fold } },
    ],
    ['a quote that would open on all labels', 'labels:', 'labels: "', ['1:8', '"', 'open-quote'], all],
    ['text before the labels', 'labels:', 'labels: x', ['1:8', 'x', 'value-and-keys'], all],
    [
      'a colon too many',
      'color: red',
      'color: red: dark',
      ['4:11', 'red', 'BLOCK_AS_IMPLICIT_KEY'],
      { ...all, labels: { finding: { ...finding, color: { red: 'dark' } }, fold } },
    ],
    ['a key a little to the left', '    color: red', '   color: red', ['4:3', 'color', 'BAD_INDENT'], all],
    ['a label a little to the left', '  fold:', ' fold:', ['5:1', 'fold', 'BAD_INDENT'], all],
    [
      'a tab',
      '    color: red',
      '\tcolor: red',
      ['4:0', '\t', 'TAB_AS_INDENT'],
      { ...all, labels: { finding: { name: 'Finding' }, fold } },
    ],
    ['a line before all keys', 'taxonomy', 'tax\ntaxonomy', ['0:0', 'tax', 'stray-text'], all],
    ['a quote before all keys', 'taxonomy', '"tax\ntaxonomy', ['0:0', '"tax', 'open-quote'], all],
    ['a second document', '  fold:', '---\n  fold:', ['5:0', '---', 'MULTIPLE_DOCS'], all],
    ['the end of a document', '  fold:', '...\n  fold:', ['5:0', '...', 'document-end'], all],
    ['a directive', 'taxonomy', '%YAML 1.1\n---\ntaxonomy', ['0:0', '%YAML 1.1', 'directive'], all],
    [
      'an alias',
      'color: red',
      'color: *red',
      ['4:11', '*red', 'alias'],
      { ...all, labels: { finding: { ...finding, color: null }, fold } },
    ],
    ['an anchor', 'color: red', 'color: &a red', ['4:11', '&', 'anchor'], all],
    ['a tag', 'color: red', 'color: !a red', ['4:11', '!', 'tag'], all],
    [
      'a merge key',
      'color: red',
      '<<: red',
      ['4:4', '<<', 'merge-key'],
      { ...all, labels: { finding: { name: 'Finding', '<<': 'red' }, fold } },
    ],
    ['a backslash', 'color: red', 'color: "\\red\\q"', ['4:16', '\\', 'BAD_DQ_ESCAPE'], undefined],
    [
      'a key that is there already',
      'color: red',
      'name: red',
      ['4:4', 'name', 'DUPLICATE_KEY'],
      { ...all, labels: { finding: { name: 'Finding' }, fold } },
    ],
    [
      'a label that is there already',
      'fold:',
      'finding:',
      ['5:2', 'finding', 'DUPLICATE_KEY'],
      { ...all, labels: { finding } },
    ],
    [
      'a root key that is there already',
      'taxonomy: t',
      'labels: {}',
      ['1:0', 'labels', 'DUPLICATE_KEY'],
      { labels: {} },
    ],
  ] as const)('stays where it is: %s', (_, from, to, error, value) => {
    const content = guideline.replace(from, to);
    expect(errorsOf(content)).toEqual([error]);
    if (value) expect(toValue(parseYaml(content).root)).toEqual(value);
  });

  it('of an indented first label does not take all others with it', () => {
    const content = `labels:\n   a:\n    b: 1\n  c:\n    d: 2\n  e:\n    f: 3\n`;
    expect(errorsOf(content)).toEqual([['1:3', 'a', 'BAD_INDENT']]);
    expect(toValue(parseYaml(content).root)).toEqual({ labels: { a: { b: 1 }, c: { d: 2 }, e: { f: 3 } } });
  });

  it('is told in words that say what to do', () => {
    const message = (content: string) => parseYaml(content).errors[0]?.message;
    expect(message('a: "b\nc: 1\n')).toBe(
      'The quote that opens here is not closed. Write the same quote at the end of the text.',
    );
    expect(message('a: [b\nc: 1\n')).toBe(
      'The bracket that opens here is not closed. Write its partner behind the last item.',
    );
    expect(message('a: [b\n  c: 1]\n')).not.toMatch(/flow|implicit|scalar/i);
    expect(message('a: 1\nb\n')).toBe(
      'This line has no colon, so it reads as half a key. Write `key: value`, with a space behind the colon.',
    );
    expect(message('a: 1\nb\n  : 2\n')).toBe(
      'The colon of this key stands on another line. Put it right behind the key.',
    );
    expect(errorsOf('? a\n: 1\n')).toEqual([]);
  });

  it('of git is found at each marker, and the rest is read', () => {
    const content = 'a:\n<<<<<<< HEAD\n  b: 1\n||||||| base\n  c: 0\n=======\n  c: 2\n>>>>>>> other\n  d: 3\n';
    expect(errorsOf(content).map(([place, , code]) => `${place} ${code}`)).toEqual([
      '1:0 conflict',
      '3:0 conflict',
      '5:0 conflict',
      '6:2 DUPLICATE_KEY',
      '7:0 conflict',
    ]);
    expect(toValue(parseYaml(content).root)).toEqual({ a: { b: 1, c: 0, d: 3 } });
  });

  it.each([
    ['a: 1\n...\n'],
    ['a: 1\n...\n# the end\n'],
    ['---\na: 1\n'],
    ['# c\n---\n# d\na: 1\n'],
    ['\ufeff---\na: 1\n'],
    ['- a\n- b\n'],
    ['{a: 1,\nb: 2}\n'],
    [''],
  ])('is not seen in %j', (content) => {
    expect(errorsOf(content)).toEqual([]);
  });
});
