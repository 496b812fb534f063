import { expect, it } from 'vitest';
import { axesOf, isPlacement, orientationLetters, planeAt } from '../../../../server/src/annotations/images/geometry';
import { percentileWindow } from '../../../../server/src/annotations/images/window';
import { bytesInWords } from '../../../../server/src/annotations/images/unreadable';

it('gives three different axes to a volume, also when it is oblique', () => {
  const sagittal = { columns: [0, 1, 0], rows: [0, 0, -1], slices: [1, 0, 0], origin: [0, 0, 0] } as const;
  expect(axesOf(sagittal)).toEqual([
    { along: 1, forward: true },
    { along: 2, forward: false },
    { along: 0, forward: true },
  ]);
  const oblique = {
    columns: [0.8, 0.6, 0],
    rows: [0.7, -0.7, 0.1],
    slices: [0.6, 0, -0.8],
    origin: [0, 0, 0],
  } as const;
  expect(axesOf(oblique).map(({ along }) => along)).toEqual([0, 1, 2]);
});

it('names the sides of a direction, the main one first', () => {
  expect(orientationLetters([1, 0, 0])).toEqual(['R', 'L']);
  expect(orientationLetters([0, 0, -3])).toEqual(['S', 'I']);
  expect(orientationLetters([-0.6, 0.8, 0.1])).toEqual(['AL', 'PR']);
});

it('tells placements from numbers that span no space', () => {
  const flat = { columns: [1, 0, 0], rows: [2, 0, 0], slices: [0, 0, 1], origin: [0, 0, 0] } as const;
  expect(isPlacement(flat)).toBe(false);
  expect(isPlacement({ ...flat, rows: [0, 1, 0] })).toBe(true);
  expect(isPlacement({ ...flat, rows: [0, NaN, 0] })).toBe(false);
});

it('places the slices of a volume', () => {
  const affine = { columns: [1, 0, 0], rows: [0, 1, 0], slices: [0, 1, 3], origin: [5, 5, 5] } as const;
  expect(planeAt(affine, 2)).toEqual({ columns: [1, 0, 0], rows: [0, 1, 0], origin: [5, 7, 11] });
});

it('finds a window by percentiles, without what is no number', () => {
  const values = Float32Array.from({ length: 1001 }, (_, i) => i);
  expect(percentileWindow({ values, slope: 2, intercept: -100 })).toEqual({ center: 900, width: 1960 });
  values[3] = NaN;
  values[4] = Infinity;
  expect(percentileWindow({ values, slope: 1, intercept: 0 }).width).toBeCloseTo(980, -1);
  expect(percentileWindow({ values: new Uint8Array(9), slope: 1, intercept: 4 })).toEqual({ center: 4, width: 1 });
  const spot = new Uint8Array(10_000);
  spot[5] = 200;
  expect(percentileWindow({ values: spot, slope: 1, intercept: 0 })).toEqual({ center: 100, width: 200 });
});

it.each([Int8Array, Uint8Array, Int16Array, Uint16Array])('finds the same window for %o as for floats', (Kind) => {
  const values = Kind.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 65_521));
  values.set([32_767, -32_768, 255, 0]);
  const frame = (of: typeof values | Float32Array) => ({ values: of, slope: 0.5, intercept: -3 });
  expect(percentileWindow(frame(values))).toEqual(percentileWindow(frame(Float32Array.from(values))));
  expect(percentileWindow(frame(new Kind(0)))).toEqual({ center: -3, width: 1 });
});

it('says sizes in words', () => {
  expect([12, 2_400, 9_960, 3_000_000, 2 ** 31].map(bytesInWords)).toEqual([
    '12 bytes',
    '2.4 kB',
    '10 kB',
    '3 MB',
    '2.1 GB',
  ]);
});
