import fc from 'fast-check';
import { samples } from './samples';

/** Replaces `length` of a text, from a part `at` (0 to 1) of it on, by `inserted`. */
export interface RandomEdit {
  readonly at: number;
  readonly length: number;
  readonly inserted: string;
}

const id = fc.stringMatching(/^[a-z]{1,5}(?:-[a-z0-9]{1,3})?$/);
const prose = fc.constantFrom(
  'Air in the pleural space, seen as a line',
  "The fold's edge runs on; no line",
  '≥ 3 mm across',
  'größer als 𝄞',
  'a #b',
  '1.0',
  'yes',
  'no: colon',
  '- dash',
  'multi\n      line',
);
const value = fc.oneof(
  { weight: 6, arbitrary: prose },
  prose.map((text) => `"${text}"`),
  prose.map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.constantFrom(
    '[mask, polygon]',
    '{type: number, unit: mm}',
    '>-\n      Air in\n      the space.',
    '|\n      One\n\n      two',
  ),
  fc.constantFrom('', '# comment', '&a x', '*a', '!t x', '[a,\n      b]', '"open', '[open', '"a\\tb"', '\tx'),
);
const property = fc.oneof(
  fc.tuple(id, value).map(([key, text]) => `    ${key}: ${text}`),
  fc
    .array(prose, { minLength: 1, maxLength: 3 })
    .map((items) => ['    include:', ...items.map((item) => `      - ${item}`)].join('\n')),
  fc.constantFrom(
    '    codes:\n      - code: X:1\n        match: exact',
    '    # comment',
    '  # comment',
    '# comment',
    '',
    '    half',
    '  half',
  ),
);
const label = fc
  .tuple(id, fc.array(property, { maxLength: 5 }))
  .map(([key, properties]) => [`  ${key}:`, ...properties].join('\n'));
const section = fc.oneof(
  fc.tuple(id, fc.array(label, { maxLength: 6 })).map(([key, labels]) => [`${key}:`, ...labels].join('\n')),
  fc.tuple(id, value).map(([key, text]) => `${key}: ${text.replaceAll('\n    ', '\n')}`),
  fc.constantFrom('# comment', '', '---', '...', 'half', '- item', '<<<<<<< HEAD', '=======', '%YAML 1.2'),
);
const lineEnd = fc.oneof({ weight: 6, arbitrary: fc.constant('\n') }, fc.constantFrom('\r\n', '\r'));

/** Texts like guidelines, and odd ones. */
export const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '', '\ufeff', '---\n', '# comment\n'),
        fc.array(section, { maxLength: 6 }),
        lineEnd,
        fc.boolean(),
      )
      .map(([start, sections, end, last]) => `${start}${sections.join('\n')}${last ? '\n' : ''}`.replaceAll('\n', end)),
  },
  fc.constantFrom(...samples),
);

const inserted = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'x', ' ', '\n', ':', '"', "'") },
  fc.constantFrom(
    '#',
    '-',
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '?',
    '&',
    '*',
    '!',
    '%',
    '@',
    '\t',
    '\r',
    '\r\n',
    '\ufeff',
    '𝄞',
    '≥',
  ),
  fc.constantFrom(
    '  ',
    '- ',
    ': ',
    ' #',
    '? ',
    '\n  ',
    '\n    ',
    'key:',
    '\nkey: 1\n',
    '\n  key:\n    name: x\n',
    '---\n',
    '...\n',
  ),
  fc.constantFrom('<<<<<<< a\n', '\n=======\n', '|\n', '>-\n', '"\n', '[\n', '\n\n', '<<: ', '\\', '&a ', '*a'),
  section,
  label.map((lines) => `${lines}\n`),
);

/** An edit: a key typed, a stretch deleted or replaced. */
export const edit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)),
  inserted,
});
