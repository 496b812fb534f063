import { expect, it } from 'vitest';
import { shapeMistake, systemMeant } from '../../../server/src/checks/codeShapes';
import { isUnit, unitMeant } from '../../../server/src/checks/ucum';

it.each([
  'mm',
  'mL',
  'ml',
  '%',
  '1',
  "[hnsf'U]",
  'mm3',
  'kg/m2',
  'mL/min/{1.73_m2}',
  '10*3/uL',
  'm.s-1',
  '/min',
  '{pixel}',
  'cm[H2O]',
  'mm[Hg]',
  'Cel',
  'deg',
  'mg/(kg.d)',
  '[in_i]',
])('%s is a unit of UCUM', (unit) => {
  expect(isUnit(unit)).toBe(true);
});

it.each<[string, string | undefined]>([
  ['HU', "[hnsf'U]"],
  ['mm²', 'mm2'],
  ['mm^3', 'mm3'],
  ['µm', 'um'],
  ['cc', 'mL'],
  ['ml/min/1.73m2', 'ml/min/{1.73_m2}'],
  ['years', 'a'],
  ['mm Hg', undefined],
  ['MM', 'mm'],
  ['Millimeter', 'mm'],
  ['centimetres', 'cm'],
  ['milliliters', 'mL'],
  ['micrograms', 'ug'],
  ['furlong', undefined],
  ['constructor', undefined],
  ['', undefined],
  ['m(', undefined],
])('%s is none, and means %s', (unit, meant) => {
  expect(isUnit(unit)).toBe(false);
  expect(unitMeant(unit)?.unit).toBe(meant);
  expect(unitMeant(unit)?.isSure ?? true).toBe(true);
});

it.each<[string, string]>([
  ['milimeter', 'mm'],
  ['millimetter', 'mm'],
  ['milimetre', 'mm'],
  ['centimer', 'cm'],
  ['mililitre', 'mL'],
  ['hounsfeld', "[hnsf'U]"],
  ['precent', '%'],
  ['minuts', 'min'],
])('%s is misspelt, and perhaps means %s', (unit, meant) => {
  expect(unitMeant(unit)).toEqual({ unit: meant, isSure: false });
});

it.each(['lesion', 'grade', 'stage', 'frame', 'slice', 'mm2x', 'vessel', 'marker'])(
  '%s is no misspelt unit',
  (unit) => {
    expect(unitMeant(unit)).toBeUndefined();
  },
);

it.each([
  ['RADLEX', 'RID5352'],
  ['DCM', '112173'],
  ['DCM', 'MR'],
  ['ICD10', 'J93'],
  ['ICD10', 'J93.1'],
  ['ICD10', 'S22.31XA'],
  ['FMA', '7195'],
  ['NCIT', 'C38003'],
  ['UBERON', '0002048'],
  ['OIDM', 'OIFM_GMTS_023339'],
  ['OIDM', 'OIFMA_MSFT_573630.1'],
  ['SITE', 'anything'],
])('%s:%s has the shape of its system', (system, code) => {
  expect(shapeMistake(system, code)).toBeUndefined();
});

it.each<[string, string, string | undefined]>([
  ['RADLEX', '5352', 'RID5352'],
  ['ICD10', 'j931', 'J93.1'],
  ['FMA', 'FMA7195', '7195'],
  ['NCIT', '38003', 'C38003'],
  ['UBERON', 'UBERON_0002048', '0002048'],
  ['DCM', '1121', undefined],
])('%s:%s has not, and means %s', (system, code, mended) => {
  expect(shapeMistake(system, code)?.mended).toBe(mended);
});

it.each([
  ['SNOMED-CT', 'SCT'],
  ['RadLex', 'RADLEX'],
  ['icd-10', 'ICD10'],
  ['constructor', undefined],
])('the code system %s is %s', (name, system) => {
  expect(systemMeant(name)).toBe(system);
});
