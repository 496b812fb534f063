import { expect, it } from 'vitest';
import { sampleProblems } from '../../../client/src/preview/sampleProblems';

const at = (line: number, code: string, message: string, source = 'labelwright') =>
  ({ range: { start: { line, character: 0 } }, code, message, source }) as unknown as Parameters<
    typeof sampleProblems
  >[0][number];

it('tells what the checks say of a sample, but what the page finds by itself', () => {
  const range = { start: { line: 4, character: 2 }, end: { line: 8, character: 0 } };
  const found = [
    at(3, 'other', 'Before.'),
    at(5, 'no-patient-data-in-samples', 'It holds a name.'),
    at(6, 'sample-file-must-exist', 'It is missing.'),
    at(7, 'spelling', 'Of another tool.', 'cSpell'),
    at(9, 'other', 'Behind.'),
  ];
  expect(sampleProblems(found, range)).toEqual(['It holds a name.']);
});
