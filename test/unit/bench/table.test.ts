import { expect, it } from 'vitest';
import { readOptions } from '../../../scripts/bench/options.mjs';
import { cell, ratio, table } from '../../../scripts/bench/table.mjs';

it('shows medians, and why there are none', () => {
  expect(cell(undefined)).toBe('–');
  expect(cell({ samples: [3, 1, 2] })).toBe('2.0');
  expect(cell({ samples: [8000, 9000] })).toBe('8,500');
  expect(cell({ samples: [0.25] }, 10)).toBe('0.25*');
  expect(cell({ samples: [], failure: 'out of memory' })).toBe('out of memory');
  expect(cell({ samples: [40_000], failure: 'no answer in 300 s' })).toBe('40,000, then no answer in 300 s');
});

it('shows how many times as much the other one takes', () => {
  expect(ratio({ samples: [4] }, { samples: [8000] })).toBe('2,000×');
  expect(ratio({ samples: [4] }, { samples: [], failure: 'out of memory' })).toBe('–');
  expect(ratio(undefined, { samples: [1] })).toBe('–');
});

it('writes Markdown', () => {
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | ---: |\n| 1 | 2 |');
});

it('reads options', () => {
  expect(readOptions([])).toMatchObject({
    sizes: [1000, 10_000, 50_000],
    runs: 10,
    only: ['ours', 'yls', 'commands', 'viewer'],
    full: false,
  });
  expect(readOptions(['--sizes', '100,1000', '--only', 'ours', '--full'])).toMatchObject({
    sizes: [100, 1000],
    only: ['ours'],
    full: true,
  });
  expect(() => readOptions(['--runs', 'many'])).toThrow('--runs takes whole numbers of at least 1, not “many”.');
  expect(() => readOptions(['--only', 'other'])).toThrow('--only takes “ours”, “yls”, “commands” or “viewer”.');
});
