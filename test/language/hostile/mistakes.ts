import type { Hostile } from './documents';
import { head, inLabel, labels, lines } from './documents';

/** Mistakes by the ten thousand. */
export const mistakes: readonly Hostile[] = [
  {
    name: '50,000 half keys at the margin',
    text: () => head + lines(50_000, (i) => `half-${i}`),
    told: /./,
  },
  {
    name: '50,000 half keys for labels',
    text: () => `${head}labels:\n${lines(50_000, (i) => `  half-${i}`)}`,
    told: /./,
  },
  {
    name: '50,000 broken labels',
    text: () => `${head}labels:\n${lines(50_000, (i) => `  label-${i}:\n    name "Label`)}`,
    told: /A label has keys with values/,
  },
  {
    name: '50,000 open quotes',
    text: () => `${head}labels:\n${lines(50_000, (i) => `  label-${i}:\n    name: "Label ${i}`)}`,
    told: /quote/,
  },
  { name: '50,000 half keys in a label', text: () => inLabel(lines(50_000, (i) => `half-${i}`)), told: /./ },
  { name: '50,000 keys at the margin', text: () => head + lines(50_000, (i) => `key-${i}: "x`), told: /./ },
  { name: '50,000 tabs', text: () => `${head}labels:\n${lines(50_000, (i) => `\tlabel-${i}:`)}`, told: /tab/i },
  {
    name: '20,000 labels of one id',
    text: () => `${head}labels:\n${lines(20_000, () => '  a:\n    name: A')}`,
    told: /already/,
  },
  {
    name: '20,000 times the same key in a label',
    text: () => inLabel(lines(20_000, () => 'name: A')),
    told: /already/,
  },
  { name: '20,000 times the same key at the margin', text: () => lines(20_000, () => 'taxonomy: a'), told: /already/ },
  {
    name: '20,000 times the same key in braces',
    text: () => inLabel(`attributes: {${'a: required, '.repeat(20_000)}}`),
    told: /already/,
  },
  {
    name: '20,000 words in braces',
    text: () =>
      inLabel(
        `attributes: {${Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(', ')}}\ndicom: {${Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(', ')}}`,
      ),
    told: /./,
  },
  {
    name: '20,000 unknown keys in a label',
    text: () => inLabel(lines(20_000, (i) => `unknown-${i}: x`)),
    told: /is not a key of a label/,
  },
  {
    name: '20,000 labels with an unknown key',
    text: () => labels(20_000, () => 'colour: red'),
    told: /Did you mean “color”/,
  },
  {
    name: '20,000 unknown keys at the margin',
    text: () => inLabel('definition: Short.') + lines(20_000, (i) => `unknown-${i}: x`),
    told: /is not a key of a taxonomy/,
  },
  {
    name: '20,000 items of the wrong type',
    text: () => inLabel(`include:\n${lines(20_000, (i) => `  - {a: ${i}}`)}`),
    told: /./,
  },
  {
    name: 'conflict markers around every label',
    text: () =>
      labels(10_000, () => 'scope: image\n<<<<<<< HEAD\n    layer: one\n=======\n    layer: two\n>>>>>>> theirs'),
    told: /conflict marker/,
  },
  { name: '10,000 conflict markers in one label', text: () => inLabel('<<<<<<< HEAD\n'.repeat(10_000)), told: /./ },
  {
    name: '10,000 documents in one file',
    text: () => lines(10_000, () => `---\n${head}...`),
    told: /one guideline document|Three dots/,
  },
  {
    name: '10,000 directives',
    text: () => lines(10_000, () => '%YAML 1.2') + inLabel('definition: Short.'),
    told: /%/,
  },
  {
    name: '10,000 tags, anchors, aliases and merge keys',
    text: () => labels(10_000, (i) => `synonyms: !t &a${i} [*a${i - 1}, !u x]\n    <<: *a${i}`),
    told: /Tags/,
  },
  {
    name: '10,000 tags and anchors in one label',
    text: () => inLabel(lines(10_000, (i) => `x-${i}: !t &a${i} x`)),
    told: /Tags/,
  },
  {
    name: '10,000 merge keys in one label',
    text: () => inLabel(lines(10_000, () => '<<: {a: b}')),
    told: /Merge keys/,
  },
  { name: '10,000 explicit keys', text: () => inLabel(lines(10_000, (i) => `? x-${i}\n: a`)), told: /./ },
  {
    name: 'half surrogate pairs',
    text: () => inLabel('definition: \ud834\nsynonyms: [\udd1e, "\\ud834"]\n\ud834: x'),
    told: /./,
  },
  { name: 'NUL bytes', text: () => inLabel(`definition: ${'\0'.repeat(100_000)}`), told: /not text/ },
  { name: 'nothing but NUL bytes', text: () => '\0'.repeat(1_000_000), told: /not text/ },
  { name: 'nothing but brackets that close', text: () => ']}'.repeat(500_000), told: /./ },
  { name: 'nothing but line ends', text: () => '\r\n\r\r\n\n'.repeat(200_000), told: /too long/ },
  { name: 'nothing but byte order marks', text: () => '\ufeff'.repeat(100_000), told: /./ },
  {
    name: 'keys that every object has',
    text: () => inLabel('__proto__: {a: b}\nconstructor: x\ntoString: y\nhasOwnProperty: z'),
    told: /__proto__/,
  },
];
