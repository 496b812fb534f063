import { expect, it } from 'vitest';
import { confusion, distinguishable } from '../../../server/src/checks/colours';

it.each([
  ['#e4572e', '#e4572e'],
  ['#e4572e', '#E55A30'],
])('nobody tells %s from %s', (a, b) => {
  expect(confusion(a, b)).toMatchObject({ by: undefined });
});

it('knows who cannot tell colours apart', () => {
  expect(confusion('#00a000', '#b58000')?.by ?? '').toMatch(/^people with (protanopia|deuteranopia)/);
  expect(confusion('#e4572e', '#1f78b4')).toBeUndefined();
  expect(confusion('red', '#1f78b4')).toBeUndefined();
});

it('proposes a colour that is told from all others', () => {
  const others = ['#e4572e', '#17bebb', '#ffc914', '#2e282a', '#76b041'];
  const free = distinguishable(others);
  for (const other of others) expect(free && confusion(free, other)).toBeUndefined();
});
