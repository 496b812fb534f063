import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeights } from '../../../client/src/diff/webview/heights';

describe('the heights of rows', () => {
  it('tell where each row begins, and which one is at a place', () => {
    const heights = createHeights([10, 20, 30]);
    expect([0, 1, 2, 3].map(heights.top)).toEqual([0, 10, 30, 60]);
    expect(heights.total).toBe(60);
    expect([-5, 0, 9.5, 10, 29, 30, 59, 60, 1000].map(heights.at)).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 2]);
  });

  it('have no row where there is none', () => {
    const heights = createHeights([]);
    expect([heights.total, heights.at(0), heights.height(0)]).toEqual([0, 0, 0]);
  });

  it('are those of a plain sum, whatever is measured in whatever order', () => {
    const measures = fc.array(fc.tuple(fc.nat(19), fc.integer({ min: 1, max: 500 })), { maxLength: 40 });
    fc.assert(
      fc.property(measures, fc.integer({ min: -50, max: 5000 }), (measured, place) => {
        const plain = Array.from({ length: 20 }, () => 100);
        const heights = createHeights(plain);
        for (const [row, height] of measured) {
          expect(heights.set(row, height)).toBe(height - plain[row]!);
          plain[row] = height;
          expect(heights.at(place)).toBe(rowAt(plain, place));
        }
        expect(heights.total).toBe(plain.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

function rowAt(heights: readonly number[], place: number): number {
  let top = 0;
  for (const [row, height] of heights.entries()) {
    top += height;
    if (place < top) return row;
  }
  return heights.length - 1;
}
