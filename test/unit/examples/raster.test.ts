import { describe, expect, it } from 'vitest';
import { averageDown, createGrid, fillOutline, signedDistance, visitAlong } from '../../../scripts/example-images/raster.mjs';
import { createRandom } from '../../../scripts/example-images/random.mjs';

const square: [number, number][] = [
  [2, 2],
  [6, 2],
  [6, 6],
  [2, 6],
];

describe('fillOutline', () => {
  it('sets the pixels whose centres lie inside', () => {
    const mask: Uint8Array = fillOutline(square, createGrid(8, 8, 1));
    expect(mask.reduce((sum, value) => sum + value, 0)).toBe(16);
    expect([mask[2 * 8 + 2], mask[5 * 8 + 5], mask[2 * 8 + 1], mask[6 * 8 + 5]]).toEqual([1, 1, 0, 0]);
  });

  it('takes the outline in pixels of the film, whatever the grid', () => {
    const mask: Uint8Array = fillOutline(square, createGrid(8, 8, 2));
    expect(mask.reduce((sum, value) => sum + value, 0)).toBe(64);
  });

  it('cuts off what lies outside the picture', () => {
    const wide = square.map(([x, y]): [number, number] => [x * 4 - 8, y]);
    expect(fillOutline(wide, createGrid(8, 8, 1)).reduce((sum: number, value: number) => sum + value, 0)).toBe(32);
  });
});

describe('signedDistance', () => {
  it('is positive inside, negative outside, and half a pixel at the edge', () => {
    const grid = createGrid(8, 8, 1);
    const distance: Float32Array = signedDistance(fillOutline(square, grid), grid);
    expect(distance[2 * 8 + 2]).toBe(0.5);
    expect(distance[3 * 8 + 3]).toBe(1.5);
    expect(distance[3 * 8 + 1]).toBe(-0.5);
    expect(distance[3 * 8 + 0]).toBe(-1.5);
    expect(distance[0]).toBeCloseTo(-0.5 - Math.sqrt(5), 5);
  });
});

describe('visitAlong', () => {
  it('visits each pixel within reach once, with its side and its place along the line', () => {
    const visits: [number, number, number][] = [];
    const line: [number, number][] = [
      [1, 2.5],
      [3, 2.5],
      [5, 2.5],
    ];
    visitAlong(createGrid(6, 5, 1), line, 1, (index: number, side: number, along: number) => {
      visits.push([index, side, along]);
    });
    expect(new Set(visits.map(([index]) => index)).size).toBe(visits.length);
    const at = new Map(visits.map(([index, side, along]) => [index, { side, along }]));
    expect(at.get(3 * 6 + 2)).toEqual({ side: 1, along: 0.375 });
    expect(at.get(1 * 6 + 2)).toEqual({ side: -1, along: 0.375 });
    expect(at.has(4 * 6 + 2)).toBe(false);
  });
});

describe('averageDown', () => {
  it('gives the mean of the pixels that make one pixel of the film', () => {
    const grid = createGrid(2, 1, 2);
    grid.data.set([1, 3, 0, 0, 5, 7, 0, 8]);
    expect([...averageDown(grid).data]).toEqual([4, 2]);
  });
});

describe('createRandom', () => {
  it('gives the same numbers for the same seed', () => {
    const first = createRandom(7);
    const second = createRandom(7);
    const other = createRandom(8);
    const numbers = [first.uniform(), first.normal(), first.uniform(2, 3)];
    expect([second.uniform(), second.normal(), second.uniform(2, 3)]).toEqual(numbers);
    expect(other.uniform()).not.toBe(numbers[0]);
    expect(numbers[2]).toBeGreaterThanOrEqual(2);
    expect(numbers[2]).toBeLessThan(3);
  });
});
