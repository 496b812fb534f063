import { expect, it } from 'vitest';
import { matchLabel } from '../../../server/src/annotations/match';

const labels = [
  { id: 'pneumothorax', name: 'Pneumothorax', names: ['PTX'], aliases: ['Ptx_v1'], value: 3 },
  { id: 'skin-fold', name: 'Fold of the skin', names: ['Hautfalte'], value: 4 },
  { id: 'ptx', name: 'Something else' },
  { id: 'heart', codes: ['SCT:80891009'], aliases: ['11'] },
  { id: 'left-lung', codes: ['SCT:39607008'] },
  { id: 'right-lung', codes: ['SCT:39607008'] },
];

it.each([
  [{ name: 'pneumothorax' }, 'pneumothorax', 'id'],
  [{ name: 'Ptx_v1' }, 'pneumothorax', 'alias'],
  [{ name: 'PTX' }, 'ptx', 'id'],
  [{ name: 'Skin_Fold' }, 'skin-fold', 'id'],
  [{ name: 'fold of  the SKIN' }, 'skin-fold', 'name'],
  [{ name: 'hautfalte' }, 'skin-fold', 'synonym'],
  [{ name: '', number: 4 }, 'skin-fold', 'value'],
  [{ name: '3', number: 3 }, 'pneumothorax', 'value'],
  [{ name: '11', number: 11 }, 'heart', 'alias'],
  [{ name: 'Segment 1', number: 3, codes: ['SCT:80891009'] }, 'heart', 'code'],
  [{ name: '', codes: ['RADLEX:RID1', 'SCT:80891009'] }, 'heart', 'code'],
  [{ name: 'heart', codes: ['SCT:39607008'] }, 'heart', 'id'],
])('%j is %s, by its %s', (key, id, by) => {
  expect(matchLabel(key, labels)).toEqual({ id, by });
});

it.each([
  [{ name: 'nodule', number: 3 }],
  [{ name: '' }],
  [{ name: '9', number: 9 }],
  [{ name: 'constructor' }],
  // Two labels have this code.
  [{ name: 'lung', codes: ['SCT:39607008'] }],
])('%j is none of the labels', (key) => {
  expect(matchLabel(key, labels)).toBeUndefined();
});

it('prefers likely labels where several have the value, and names the others', () => {
  const layers = [
    { id: 'ptx', value: 1 },
    { id: 'cons', value: 1 },
    { id: 'scar', value: 1 },
  ];
  const one = { name: '1', number: 1 };
  expect(matchLabel(one, layers)).toEqual({ id: 'ptx', by: 'value', others: ['cons', 'scar'] });
  expect(matchLabel(one, layers, [['cons'], ['ptx', 'cons']])).toEqual({ id: 'cons', by: 'value' });
  expect(matchLabel(one, layers, [['lung'], ['cons', 'scar']])).toEqual({ id: 'cons', by: 'value', others: ['scar'] });
});
