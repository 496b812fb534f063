import { describe, expect, it } from 'vitest';
import type { MaskPixels } from '../../../client/src/viewer/webview/mask';
import { traceOutline } from '../../../client/src/viewer/webview/outline';

/** A mask from rows of `#` and `.`, its upper left pixel at (x, y). */
function pixels(rows: readonly string[], x = 0, y = 0): MaskPixels {
  const width = rows[0]?.length ?? 0;
  const inside = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 1 : 0));
  return { bounds: { x, y, width, height: rows.length }, inside };
}

/** Twice the area, positive when the ring runs clockwise on the screen. */
function doubleArea(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

describe('traceOutline', () => {
  it('goes around a rectangle by its corners', () => {
    expect(traceOutline(pixels(['##', '##'], 5, 7))).toEqual([
      [
        [7, 7],
        [7, 9],
        [5, 9],
        [5, 7],
      ],
    ]);
  });

  it('goes around a hole the other way', () => {
    const rings = traceOutline(pixels(['###', '#.#', '###']));
    expect(rings.map(doubleArea)).toEqual([18, -2]);
  });

  it('keeps pixels apart that touch at a corner only', () => {
    const rings = traceOutline(pixels(['#.', '.#']));
    expect(rings.map(doubleArea)).toEqual([2, 2]);
  });

  it('covers as many pixels as the mask has', () => {
    const rows = ['.##..#', '#####.', '##.##.', '.##..#', '......', '#.#.#.'];
    const area = traceOutline(pixels(rows))
      .map(doubleArea)
      .reduce((sum, each) => sum + each, 0);
    expect(area / 2).toBe(rows.join('').replaceAll('.', '').length);
  });
});
