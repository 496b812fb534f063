import { describe, expect, it } from 'vitest';
import { compareGuidelines } from '../../../server/src/compare/compareGuidelines';
import { readingProblems } from '../../../server/src/report/readingProblems';
import { compareFiles, documentText, lines, resolve } from './guidelines';

const main = documentText(
  'taxonomy',
  'imports: [{file: thorax.taxonomy.yaml}]\nlabels:\n  mass: {name: Mass, parent: finding}\n',
);
const thorax = (geometry: string) =>
  documentText('taxonomy', `labels:\n  finding: {name: Finding, geometry: [${geometry}]}\n`);

describe('comparison of several files', () => {
  it('tells changes of imported labels, with their file', async () => {
    const compared = await compareFiles(
      { 'a.taxonomy.yaml': main, 'thorax.taxonomy.yaml': thorax('mask, box') },
      { 'a.taxonomy.yaml': main, 'thorax.taxonomy.yaml': thorax('box') },
    );
    expect(lines(compared)).toEqual([
      'breaking/migrate geometry-withdrawn finding "mask" → null | 7:39 /labels/finding/geometry/0 | -',
    ]);
    expect(compared.changes[0]?.from?.uri).toBe('file:///home/guideline/thorax.taxonomy.yaml');
  });

  it('sees a definition that another file hides', async () => {
    const own = 'attributes: {side: {type: choice, values: [left, right]}}\n';
    const importing = documentText('taxonomy', `imports: [{file: b.taxonomy.yaml}]\n${own}labels: {}\n`);
    const imported = (values: string) =>
      documentText(
        'taxonomy',
        `attributes: {side: {type: choice, values: [${values}]}}\nlabels:\n  mass: {name: Mass, attributes: {side: required}}\n`,
      );
    const compared = await compareFiles(
      { 'a.taxonomy.yaml': importing, 'b.taxonomy.yaml': imported('l, r') },
      { 'a.taxonomy.yaml': importing, 'b.taxonomy.yaml': imported('l, r, both') },
    );
    expect(lines(compared)).toEqual([
      'review/re-read choice-added mass.side.both null → "both" | - | 6:50 /attributes/side/values/2',
    ]);
  });

  it('says nothing of the labels of an import that one version misses, and says that', async () => {
    const compared = await compareFiles(
      { 'a.taxonomy.yaml': main },
      { 'a.taxonomy.yaml': main, 'thorax.taxonomy.yaml': thorax('box') },
    );
    expect(compared.changes.filter(({ subject }) => subject === 'finding')).toEqual([]);
    expect(readingProblems(compared.before, compared.after)).toEqual([
      'In the old version, an imported taxonomy was not read, so that its labels were not compared: There is no file “thorax.taxonomy.yaml”, seen from this document. Check the name and the folder.',
    ]);
  });

  it('compares what can be read of a version with mistakes, and says so', async () => {
    const compared = await compareFiles(
      { 'a.taxonomy.yaml': documentText('taxonomy', 'labels:\n  mass: {name: Mass}\n  cyst: {name: [}\n') },
      { 'a.taxonomy.yaml': documentText('taxonomy', 'labels:\n  mass: {name: Lump}\n  cyst: {name: Cyst}\n') },
    );
    expect(compared.changes.map(({ id }) => id)).toContain('name-changed');
    expect(readingProblems(compared.before, compared.after)).toHaveLength(1);
  });

  it('takes a label in use that the taxonomy renamed as renamed', async () => {
    const protocol = (label: string) =>
      documentText(
        'protocol',
        `taxonomy: {file: b.taxonomy.yaml}\nlabels: [${label}]\nagreement: {a: {labels: [${label}.width]}}\n`,
      );
    const taxonomy = (label: string) =>
      documentText('taxonomy', `labels:\n  ${label}: {name: Pneumothorax, codes: ['SCT:36118008']}\n`);
    const compared = await compareFiles(
      { 'a.protocol.yaml': protocol('ptx'), 'b.taxonomy.yaml': taxonomy('ptx') },
      { 'a.protocol.yaml': protocol('pneumothorax'), 'b.taxonomy.yaml': taxonomy('pneumothorax') },
    );
    expect(lines(compared)).toEqual([
      'breaking/migrate label-use-renamed pneumothorax "ptx" → "pneumothorax" | 7:10 /labels/0 | 7:10 /labels/0',
    ]);
    expect(compared.diff.changes[0]?.message).toBe('“Pneumothorax” has the id “pneumothorax” now; it was “ptx”.');
  });

  it('takes links and labels that only follow a rename, or stayed on the old id, as unchanged', async () => {
    const protocol = (label: string) =>
      documentText(
        'protocol',
        `taxonomy: {file: b.taxonomy.yaml}\ninstructions: Mark [[${label}]], then [[${label}.width]].\ndecisions: {a: {labels: [${label}]}}\n`,
      );
    const taxonomy = (label: string) =>
      documentText('taxonomy', `labels:\n  ${label}: {name: Pneumothorax, codes: ['SCT:36118008']}\n`);
    for (const label of ['ptx', 'pneumothorax']) {
      const compared = await compareFiles(
        { 'a.protocol.yaml': protocol('ptx'), 'b.taxonomy.yaml': taxonomy('ptx') },
        { 'a.protocol.yaml': protocol(label), 'b.taxonomy.yaml': taxonomy('pneumothorax') },
      );
      expect(lines(compared)).toEqual([]);
    }
  });

  it('takes the same taxonomy at another path as moved', async () => {
    const protocol = (file: string) => documentText('protocol', `taxonomy: {file: ${file}}\n`);
    const taxonomy = documentText('taxonomy', 'labels: {}\n');
    const { diff } = await compareFiles(
      { 'a.protocol.yaml': protocol('b.taxonomy.yaml'), 'b.taxonomy.yaml': taxonomy },
      { 'a.protocol.yaml': protocol('c.taxonomy.yaml'), 'c.taxonomy.yaml': taxonomy },
    );
    expect(diff.changes.map(({ id, level }) => `${level} ${id}`)).toEqual(['editorial taxonomy-file-changed']);
  });

  it('tells a guideline that is new, gone, or of another kind', async () => {
    const taxonomy = await resolve({ 'a.taxonomy.yaml': documentText('taxonomy', 'labels: {}\n') });
    const protocol = await resolve({ 'a.protocol.yaml': documentText('protocol', 'labels: []\n') });
    const ids = (...of: Parameters<typeof compareGuidelines>) =>
      compareGuidelines(...of).map(({ id, kind }) => `${id} ${kind}`);
    expect(ids(undefined, taxonomy)).toEqual(['guideline-added taxonomy']);
    expect(ids(protocol, undefined)).toEqual(['guideline-removed protocol']);
    expect(ids(taxonomy, protocol)).toEqual(['guideline-removed taxonomy', 'guideline-added protocol']);
    expect(ids(undefined, undefined)).toEqual([]);
  });
});

describe('hostile and broken documents', () => {
  const hostile = [
    'labels:\n  __proto__: {name: Proto, alias: {__proto__: a, constructor: b}}\n  constructor: {name: Constructor}\n',
    'labels: [a, b]\n',
    'labels: nothing\n',
    'labels:\n  a: just words\n  b:\n',
    'labels:\n  a: {name: A, parent: b}\n  b: {name: B, parent: a}\n',
    'attributes: 5\nlabels: {a: {name: [x], attributes: {s: {type: ordinal, values: {u: 1, v: [2]}}, t: yes}}}\n',
    '- a\n',
  ];

  it('are compared without a crash, each difference told', async () => {
    for (const before of hostile) {
      for (const after of hostile) {
        const { changes } = await compareFiles(
          { 'a.taxonomy.yaml': documentText('taxonomy', before) },
          { 'a.taxonomy.yaml': documentText('taxonomy', after) },
        );
        expect(changes.length > 0, `${before}→ ${after}`).toBe(before !== after);
      }
    }
  });
});
