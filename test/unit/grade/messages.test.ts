import { describe, expect, it } from 'vitest';
import { changeIds } from '../../../server/src/compare/compareGuidelines';
import { partsOf, ruleOf, ruleTable } from '../../../server/src/grade/rules';
import { phrases } from '../../../server/src/grade/tables/phrases';
import { sentences } from '../../../server/src/grade/tables/sentences';
import { compareFiles, documentText } from '../compare/guidelines';

async function messages(before: string, after: string, kind: 'taxonomy' | 'protocol' = 'taxonomy'): Promise<string[]> {
  const files = (body: string) => ({ [`a.${kind}.yaml`]: documentText(kind, body) });
  return (await compareFiles(files(before), files(after))).diff.changes.map(({ message }) => message);
}

describe('messages', () => {
  it('name labels by their names, and long texts not at all', async () => {
    const label = (definition: string) => `labels:\n  mass:\n    name: Mass\n    definition: ${definition}\n`;
    const long = 'An opacity that is solid, round, and larger than everything else that is seen in the lung';
    expect(await messages(label('Solid.'), label('Cystic.'))).toEqual([
      'The definition of “Mass” was changed from “Solid.” to “Cystic.”',
    ]);
    expect(await messages(label('Solid.'), label(long))).toEqual(['The definition of “Mass” was changed.']);
  });

  it('say a guess as a guess, with its evidence', async () => {
    expect(
      await messages('labels:\n  ptx: {name: Pneumothorax}\n', 'labels:\n  pneumothorax: {name: Pneumothorax}\n'),
    ).toEqual(['“Pneumothorax” seems to have the id “pneumothorax” now; it was “ptx” (same name).']);
  });

  it('say how many labels below a change holds for', async () => {
    const labels = (scope: string) =>
      `labels:\n  f: {name: Finding, scope: ${scope}}\n  a: {name: Mass, parent: f}\n  b: {name: Cyst, parent: a}\n`;
    expect(await messages(labels('image'), labels('study'))).toEqual([
      'The scope of “Finding” was changed from “image” to “study”. It holds for the 2 labels below it, too.',
    ]);
  });

  it('speak of the parts of a protocol in its own words', async () => {
    expect(
      await messages(
        'roles:\n  reader: {count: 3}\nprivacy: {retention: P10Y}\nworkflow:\n  first: {stage: read, readers: 2}\n',
        'roles:\n  reader: {count: 2}\nprivacy: {retention: P5Y}\nworkflow:\n  first: {stage: read, readers: 1}\n',
        'protocol',
      ),
    ).toEqual([
      'The number of people in the role “reader” was lowered from 3 to 2.',
      'The retention was changed from “P10Y” to “P5Y”.',
      'The number of readers in stage “first” was lowered from 2 to 1.',
    ]);
  });

  it('keep text of documents on one line', async () => {
    const [message] = await messages(
      'labels:\n  a: {name: A}\n',
      'labels:\n  a:\n    name: A\n    include:\n      - |\n        One\n        two\n',
    );
    expect(message).toBe('An inclusion criterion for “A” was added: “One two”.');
  });

  it('tell protocols as clinicians speak of them', async () => {
    const protocol = (unmarked: string, minimum: string, labels: string, blinded: string) =>
      `unmarked: ${unmarked}\nlabels: ${labels}\nagreement:\n  outline: {metric: dice, minimum: ${minimum}}\nworkflow:\n  first: {stage: read, blindedTo: [${blinded}]}\n`;
    expect(
      await messages(
        protocol('absent', '0.8', '[mass, effusion]', 'report, other-readers'),
        protocol('unknown', '0.7', '[mass]', 'report'),
        'protocol',
      ),
    ).toEqual([
      'An unmarked finding now means unknown instead of absent.',
      '“effusion” is no longer marked under this protocol.',
      'The minimum agreement for “outline” was lowered from 0.8 to 0.7.',
      'Readers in stage “first” are no longer blinded to: other readers.',
    ]);
  });

  it('name the other label, and give conditions with their units', async () => {
    const taxonomy = (minimum: number, advice: string) => `labels:
  ptx:
    name: Pneumothorax
    confusedWith: {fold: ${advice}}
    translations: {de: {definition: ${advice}}}
    attributes:
      width: {name: Width, type: number, unit: mm}
      tension: {name: Tension, type: boolean, when: {width: {minimum: ${minimum}}}}
  fold: {name: Skin fold}
`;
    const long = 'A very long advice that takes up far more room than a sentence about a change can hold';
    expect(await messages(taxonomy(2, 'Look.'), taxonomy(5, long))).toEqual([
      '“Tension” for “Pneumothorax” is now asked if “Width” is at least 5 mm, instead of if “Width” is at least 2 mm.',
      'The advice for telling “Pneumothorax” from “Skin fold” was changed.',
      'The German definition of “Pneumothorax” was changed.',
    ]);
  });

  it('name the labels that took the place of another', async () => {
    const fluid = (rest: string) => `labels:\n  fluid: {name: Fluid${rest}}\n`;
    expect(
      await messages(
        fluid(', definition: Any fluid.'),
        `${fluid(', deprecated: {since: 2.0.0, replacedBy: [pus, water]}')}  pus: {name: Pus}\n  water: {name: Water}\n`,
      ),
    ).toEqual([
      '“Fluid” was split into “Pus” and “Water”.',
      'New label: “Pus”. It takes the place of “Fluid”.',
      'New label: “Water”. It takes the place of “Fluid”.',
    ]);
  });
});

describe('the tables of words', () => {
  const ids = changeIds();

  it('hold nothing that no change needs, and no template beside a sentence of its own', () => {
    const stems = new Set(ids.map((id) => partsOf(id)?.stem));
    expect(Object.keys(phrases).filter((stem) => !stems.has(stem))).toEqual([]);
    expect(Object.keys(sentences).filter((id) => !ids.includes(id))).toEqual([]);
    expect(Object.keys(sentences).filter((id) => ruleTable.get(id)?.say)).toEqual([]);
  });

  it('begin and end as sentences and phrases do', () => {
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/^(?:[A-Z]|\{).*\.$/);
    for (const phrase of Object.values(phrases)) expect(phrase).toMatch(/^(?:the|an?) /);
  });

  it('leave what to do to the remedy', () => {
    for (const id of ids) {
      const verdict = ruleOf(id)?.verdict;
      const judgements = !verdict ? [] : 'decide' in verdict ? verdict.among : [verdict];
      for (const { reason } of judgements) expect(reason, id).not.toMatch(/a program can|a reader must/i);
    }
  });
});
