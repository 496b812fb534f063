import { expect, it } from 'vitest';
import { codeMistake } from '../../../server/src/checks/codes';

it.each([
  ['SCT', '36118008'],
  ['SCT', '7771000'],
  ['SCT', '24028007'],
  ['SCT', '49755003'],
  ['SCT', '123037004'],
  ['SCT', '999000041000000102'],
  ['LOINC', '21889-1'],
  ['LOINC', '2345-7'],
  ['LOINC', 'LA6576-8'],
  ['RADLEX', 'RID5352'],
])('%s:%s is a code', (system, code) => {
  expect(codeMistake(system, code)).toBeUndefined();
});

it.each([
  ['SCT', '36118080', '“36118080” is no SNOMED CT code: its check digit is wrong. Compare it with the browser.'],
  ['SCT', '36118', '“36118” is no SNOMED CT code: these have 6 to 18 digits.'],
  ['SCT', '37436014', '“37436014” is the id of a SNOMED CT description. Take the id of the concept.'],
  [
    'LOINC',
    '21889-2',
    '“21889-2” is no LOINC code: its check digit is wrong (21889 has 1). Compare it with the source.',
  ],
  ['LOINC', 'size', '“size” is no LOINC code: these have digits, a hyphen and a check digit, such as 21889-1.'],
])('%s:%s is none', (system, code, message) => {
  expect(codeMistake(system, code)).toBe(message);
});
