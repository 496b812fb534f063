import fc from 'fast-check';

/** So few ids that they meet each other all the time. */
const ids = ['finding', 'lung', 'lobe', 'nodule', 'mass', 'scar', 'fold', 'clip', 'lungs', 'nodul'];
const id = fc.constantFrom(...ids);
const layer = fc.constantFrom('one', 'two');
const colour = fc.constantFrom("'#e4572e'", "'#e55a30'", "'#1f78b4'", "'#1f78b5'", "'#202020'", 'red');

/** Lines that a label may have, right ones and wrong ones. */
const line = fc.oneof(
  id.map((one) => `parent: ${one}`),
  fc.tuple(id, id).map(([one, other]) => `parent: [${one}, ${other}]`),
  fc.tuple(id, id, id).map((all) => `parent: [${all.join(', ')}]`),
  id.map((one) => `partOf: ${one}`),
  fc.tuple(id, id).map(([one, other]) => `partOf: [${one}, ${other}]`),
  id.map((one) => `disjointWith: [${one}]`),
  id.map((one) => `deprecated: {since: 1.0.0, replacedBy: ${one}}`),
  fc.constantFrom('Lung', 'Lobe', 'lung ', 'Nodule', 'Mass').map((name) => `name: ${name}`),
  fc.constantFrom('Lung', 'lobe', 'Nodule', 'Scar').map((name) => `synonyms: [${name}, Other]`),
  fc.constantFrom('1', '2', '3', 'x').map((value) => `value: ${value}`),
  layer.map((one) => `layer: ${one}`),
  colour.map((one) => `color: ${one}`),
  fc.constantFrom('mask', 'box', 'keypoints', 'blob').map((one) => `geometry: [${one}]`),
  fc.constantFrom('image', 'study').map((one) => `scope: ${one}`),
  fc.constantFrom('36118008', '27925004', '27925005').map((code) => `codes: ['SCT:${code} |Thing|']`),
  fc.constantFrom('51185008', '39607008').map((code) => `dicom: {region: 'SCT:${code} |Place|'}`),
  fc.constantFrom('side', 'width', 'sied').map((one) => `attributes: {${one}: required}`),
  fc.constantFrom('side', 'width').map((one) => `attributes: {${one}: {type: choice, values: [left, right]}}`),
  fc
    .tuple(fc.constantFrom('side', 'width'), fc.constantFrom('left', 'lft'))
    .map(([one, value]) => `attributes: {drained: {type: boolean, when: {${one}: ${value}}}}`),
  fc.constantFrom('side', 'width').map((one) => `per: ${one}`),
  fc.constantFrom('abstract: true', 'ignore: true', 'exclusive: true', 'definition: Air.', 'colour: red', 'yes: no'),
);

const label = fc
  .tuple(id, fc.array(line, { maxLength: 6 }))
  .map(
    ([one, lines]) =>
      `  ${one}:\n${[...new Map(lines.map((text) => [text.split(':')[0], text])).values()].map((text) => `    ${text}\n`).join('')}`,
  );

const head = (name: string, imports: string) =>
  `taxonomy: ${name}\nversion: 1.0.0\ntitle: Made up\nstatus: draft\nlanguage: en\n${imports}`;
const shared = fc.constantFrom(
  '',
  'attributes:\n  side: {type: choice, values: [left, right]}\n',
  'attributes:\n  side: {type: choice, values: [left, right]}\n  width: {type: number, unit: mm, when: {side: left}}\n',
);

/** Two taxonomies, the first of which imports the second. */
export const taxonomies = fc
  .tuple(shared, fc.array(label, { minLength: 1, maxLength: 9 }), shared, fc.array(label, { maxLength: 3 }))
  .map(([own, labels, other, imported]): [string, string] => [
    `${head('main', 'imports: [{file: b.taxonomy.yaml}]\n')}${own}labels:\n${labels.join('')}`,
    `${head('imported', '')}${other}labels:\n${imported.join('')}`,
  ]);

/** A change of a text: numbers choose where, from 0 to 1. */
export type Edit = (text: string) => { readonly start: number; readonly end: number; readonly text: string };

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** Where the lines of a text start that a pattern matches. */
function starts(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(new RegExp(pattern, 'gm'))].map(({ index }) => index);
}

function chosen(places: readonly number[], at: number): number | undefined {
  return places[Math.floor(at * places.length)];
}

function blockAt(text: string, start: number): string {
  return /^ {2}\S.*\n(?: {3,}.*\n|\n)*/.exec(text.slice(start))?.[0] ?? '';
}

const nothing = { start: 0, end: 0, text: '' };

/** Edits of one of two texts. */
export const edit: fc.Arbitrary<{ readonly first: boolean; readonly edit: Edit }> = fc.record({
  first: fc.boolean().map((one) => one),
  edit: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(share, line).map(([at, text]): Edit => addLine(at, text)) },
    { weight: 3, arbitrary: share.map((at): Edit => removeLine(at)) },
    { weight: 2, arbitrary: fc.tuple(share, line).map(([at, text]): Edit => replaceLine(at, text)) },
    { weight: 2, arbitrary: fc.tuple(share, id).map(([at, name]): Edit => rename(at, name)) },
    { weight: 1, arbitrary: share.map((at): Edit => removeLabel(at)) },
    { weight: 2, arbitrary: fc.tuple(share, label).map(([at, text]): Edit => addLabel(at, text)) },
    { weight: 1, arbitrary: share.map((at): Edit => swapLabels(at)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(share, fc.nat(2), fc.constantFrom('', 'x', '"', '[', ':', '\n', '  ', 'a: b\n'))
        .map(([at, length, text]): Edit => characters(at, length, text)),
    },
  ),
});

const addLine =
  (at: number, line: string): Edit =>
  (text) => {
    const start = chosen(starts(text, /^ {4}\S/), at);
    return start === undefined ? nothing : { start, end: start, text: `    ${line}\n` };
  };

const lineEnd = (text: string, start: number) => {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end + 1;
};

const removeLine =
  (at: number): Edit =>
  (text) => {
    const start = chosen(starts(text, /^ {2,4}\S/), at);
    return start === undefined ? nothing : { start, end: lineEnd(text, start), text: '' };
  };

const replaceLine =
  (at: number, line: string): Edit =>
  (text) => {
    const start = chosen(starts(text, /^ {4}\S/), at);
    return start === undefined ? nothing : { start, end: lineEnd(text, start), text: `    ${line}\n` };
  };

const rename =
  (at: number, name: string): Edit =>
  (text) => {
    const start = chosen(starts(text, /^ {2}[\w-]+:$/), at);
    return start === undefined ? nothing : { start, end: lineEnd(text, start), text: `  ${name}:\n` };
  };

const removeLabel =
  (at: number): Edit =>
  (text) => {
    const start = chosen(starts(text, /^ {2}[\w-]+:$/), at);
    return start === undefined ? nothing : { start, end: start + blockAt(text, start).length, text: '' };
  };

const addLabel =
  (at: number, label: string): Edit =>
  (text) => {
    const start = chosen(starts(text, /^ {2}[\w-]+:$/), at) ?? text.length;
    return { start, end: start, text: label };
  };

const swapLabels =
  (at: number): Edit =>
  (text) => {
    const start = chosen(starts(text, /^ {2}[\w-]+:$/), at);
    if (start === undefined) return nothing;
    const one = blockAt(text, start);
    const other = blockAt(text, start + one.length);
    return { start, end: start + one.length + other.length, text: other + one };
  };

const characters =
  (at: number, length: number, inserted: string): Edit =>
  (text) => {
    const start = Math.floor(at * text.length);
    return { start, end: Math.min(text.length, start + length), text: inserted };
  };
