import { describe, expect, it } from 'vitest';
import { signedArea, simplify, traceOutline } from '../../../scripts/example-images/outline.mjs';

/** A mask from rows of `.` and `#`. */
function mask(...rows: string[]): { mask: Uint8Array; width: number; height: number } {
  const cells = rows.flatMap((row) => [...row].map((cell) => (cell === '#' ? 1 : 0)));
  return { mask: Uint8Array.from(cells), width: rows[0]!.length, height: rows.length };
}

function trace(...rows: string[]): [number, number][] {
  const { mask: cells, width, height } = mask(...rows);
  return traceOutline(cells, width, height);
}

describe('traceOutline', () => {
  it('goes round one pixel by its four corners', () => {
    expect(trace('...', '.#.', '...')).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ]);
  });

  it('takes the largest of several parts, and parts that touch at a corner are several', () => {
    expect(signedArea(trace('#..', '.##', '.##'))).toBe(4);
  });

  it('follows the outer outline and not that of a hole', () => {
    expect(signedArea(trace('#####', '#...#', '#...#', '#####'))).toBe(20);
  });

  it('stays inside the picture', () => {
    expect(signedArea(trace('##', '##'))).toBe(4);
  });

  it('is empty for an empty mask', () => {
    expect(trace('..', '..')).toEqual([]);
  });
});

describe('simplify', () => {
  it('keeps only the corners of a rectangle', () => {
    const outline = trace('.....', '.###.', '.###.', '.....');
    expect(simplify(outline, 0.5)).toHaveLength(4);
    expect(signedArea(simplify(outline, 0.5))).toBe(6);
  });

  it('leaves a triangle alone', () => {
    const triangle: [number, number][] = [
      [0, 0],
      [10, 0],
      [0, 10],
    ];
    expect(simplify(triangle, 5)).toEqual(triangle);
  });
});
