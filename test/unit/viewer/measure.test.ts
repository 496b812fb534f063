import { describe, expect, it } from 'vitest';
import { areaOf, lengthOf, measureText, scaleBar } from '../../../client/src/viewer/webview/measure';
import { createMeasuring } from '../../../client/src/viewer/webview/measuring';

const square = [[0, 0], [10, 0], [10, 10], [0, 10]] as const; // prettier-ignore
const mm = { pixel: { x: 0.5, y: 2 }, measured: true };
const pixels = { pixel: { x: 1, y: 1 }, measured: false };

describe('measures', () => {
  it('are in mm by the size of pixels in each direction', () => {
    expect(lengthOf([[0, 0], [6, 2]], mm)).toBe(5); // prettier-ignore
    expect(areaOf(square, mm)).toBe(100);
    expect(areaOf([...square].reverse(), mm)).toBe(100);
  });

  it('say that they are in pixels where nothing else is known', () => {
    expect(measureText('distance', [[0, 0], [3, 4]], pixels)).toBe('5.0 pixels'); // prettier-ignore
    expect(measureText('area', square, pixels)).toBe('100 pixels');
    expect(measureText('distance', [[0, 0], [6, 2]], mm)).toBe('5.0 mm'); // prettier-ignore
    expect(measureText('area', square, mm)).toBe('1.0 cm²');
    expect(measureText('area', square, { ...mm, pixel: { x: 0.5, y: 0.5 } })).toBe('25.0 mm²');
  });
});

describe('a scale bar', () => {
  it('is the longest round length that has room', () => {
    expect(scaleBar(2, 150)).toEqual({ pixels: 100, text: '5 cm' });
    expect(scaleBar(1, 150)).toEqual({ pixels: 100, text: '10 cm' });
    expect(scaleBar(100, 150)).toEqual({ pixels: 100, text: '1 mm' });
    expect(scaleBar(30, 150)).toEqual({ pixels: 150, text: '5 mm' });
    expect(scaleBar(20_000, 150)).toEqual({ pixels: 100, text: '5 µm' });
    expect(scaleBar(Infinity, 150)).toBeUndefined();
  });
});

describe('measuring', () => {
  it('ends a distance with its second point, an area when it is told', () => {
    const measuring = createMeasuring();
    measuring.set('distance', 'Axial 1', [0, 0], false);
    measuring.to('Axial 1', [2, 2]);
    expect(measuring.on('Axial 1')).toEqual([{ tool: 'distance', points: [[0, 0], [2, 2]], done: false }]); // prettier-ignore
    measuring.set('distance', 'Axial 1', [3, 4], false);
    expect(measuring.on('Axial 1')).toEqual([{ tool: 'distance', points: [[0, 0], [3, 4]], done: true }]); // prettier-ignore
    expect(measuring.on('Axial 2')).toEqual([]);
    for (const at of square) measuring.set('area', 'Axial 2', at, false);
    measuring.set('area', 'Axial 2', [0, 10], true);
    expect(measuring.on('Axial 2')).toEqual([{ tool: 'area', points: square, done: true }]);
  });

  it('gives up first what is not done, then all', () => {
    const measuring = createMeasuring();
    measuring.set('distance', 'p', [0, 0], false);
    measuring.set('distance', 'p', [1, 0], false);
    measuring.set('area', 'p', [5, 5], false);
    measuring.cancel();
    expect(measuring.on('p')).toHaveLength(1);
    measuring.cancel();
    expect(measuring.on('p')).toEqual([]);
  });
});
