import { describe, expect, it } from 'vitest';
import { compareFiles, documentText } from '../compare/guidelines';

async function messages(before: string, after: string, kind: 'taxonomy' | 'protocol' = 'taxonomy'): Promise<string[]> {
  const files = (body: string) => ({ [`a.${kind}.yaml`]: documentText(kind, body) });
  return (await compareFiles(files(before), files(after))).diff.changes.map(({ message }) => message);
}

describe('messages', () => {
  it('name labels by name and id, and long texts not at all', async () => {
    const label = (definition: string) => `labels:\n  mass:\n    name: Mass\n    definition: ${definition}\n`;
    const long = 'An opacity that is solid, round, and larger than everything else that is seen in the lung';
    expect(await messages(label('Solid.'), label('Cystic.'))).toEqual([
      'Definition of “Mass” (mass) changed from “Solid.” to “Cystic.”.',
    ]);
    expect(await messages(label('Solid.'), label(long))).toEqual(['Definition of “Mass” (mass) changed.']);
  });

  it('say a guess as a guess, with its evidence', async () => {
    expect(
      await messages('labels:\n  ptx: {name: Pneumothorax}\n', 'labels:\n  pneumothorax: {name: Pneumothorax}\n'),
    ).toEqual(['It seems that label “ptx” has the id “pneumothorax” now (same name).']);
  });

  it('say how many labels below a change holds for', async () => {
    const labels = (scope: string) =>
      `labels:\n  f: {name: Finding, scope: ${scope}}\n  a: {name: Mass, parent: f}\n  b: {name: Cyst, parent: a}\n`;
    expect(await messages(labels('image'), labels('study'))).toEqual([
      'Scope of “Finding” (f) changed from “image” to “study”. It holds for the 2 labels below it, too.',
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
      'Number of people of role reader lowered from 3 to 2.',
      'Retention changed from “P10Y” to “P5Y”.',
      'Number of readers of stage first lowered from 2 to 1.',
    ]);
  });

  it('keep text of documents on one line', async () => {
    const [message] = await messages(
      'labels:\n  a: {name: A}\n',
      'labels:\n  a:\n    name: A\n    include:\n      - |\n        One\n        two\n',
    );
    expect(message).toBe('Inclusion criterion of “A” (a) added: “One two”.');
  });
});
