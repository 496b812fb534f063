import { describe, expect, it } from 'vitest';
import type { Annotation, Shape } from '../../../server/src/annotations/annotation';
import type { Region } from '../../../client/src/viewer/webview/geometry';
import { regionAt, toRegion } from '../../../client/src/viewer/webview/geometry';

function region(id: string, shape: Shape): Region {
  const annotation: Annotation = { id, label: { name: 'a' }, shape, attributes: new Map() };
  const made = toRegion(annotation);
  if (!made) throw new Error(`${id} has no place`);
  return made;
}

const box = region('box', { type: 'box', x: 10, y: 10, width: 80, height: 80 });
const ring = region('ring', {
  type: 'polygon',
  rings: [
    [
      [20, 20],
      [60, 20],
      [60, 60],
      [20, 60],
    ],
    [
      [30, 30],
      [50, 30],
      [50, 50],
      [30, 50],
    ],
  ],
});
// Two columns of a 4 × 3 image: rows 1 and 2 of column 1, row 0 of column 2.
const mask = region('mask', { type: 'mask', mask: { width: 4, height: 3, counts: [4, 3, 5] } });
const points = region('points', {
  type: 'keypoints',
  points: [
    { name: 'head', at: [100, 100], visible: true },
    { name: 'foot', visible: false },
  ],
});

const hit = (regions: readonly Region[], x: number, y: number) => regionAt(regions, [x, y], 3)?.annotation.id;

describe('regionAt', () => {
  it('finds the smallest of those that lie over each other', () => {
    expect(hit([box, ring], 25, 25)).toBe('ring');
    expect(hit([ring, box], 25, 25)).toBe('ring');
  });

  it('looks through the hole of a polygon', () => {
    expect(hit([box, ring], 40, 40)).toBe('box');
  });

  it('looks at the pixels of a mask', () => {
    expect(mask.bounds).toEqual({ x: 1, y: 0, width: 2, height: 3 });
    expect(hit([mask], 1.5, 1.5)).toBe('mask');
    expect(hit([mask], 2.9, 0.1)).toBe('mask');
    expect(hit([mask], 1.5, 0.5)).toBeUndefined();
    expect(hit([mask], 2.5, 1.5)).toBeUndefined();
  });

  it('takes key points from near by', () => {
    expect(hit([points], 102, 101)).toBe('points');
    expect(hit([points], 104, 100)).toBeUndefined();
  });

  it('takes lines between their points, too', () => {
    const line = region('line', {
      type: 'polyline',
      points: [
        [200, 200],
        [300, 200],
        [300, 250],
      ],
    });
    expect(hit([line], 250, 202)).toBe('line');
    expect(hit([line], 298, 240)).toBe('line');
    expect(hit([line], 250, 205)).toBeUndefined();
    expect(hit([line], 250, 225)).toBeUndefined();
  });

  it('looks into a box that is turned', () => {
    const turned = region('turned', { type: 'box', x: 0, y: 0, width: 100, height: 10, rotation: 45 });
    expect(hit([turned], 50, 5)).toBe('turned');
    expect(hit([turned], 75, 30)).toBe('turned');
    expect(hit([turned], 75, -20)).toBeUndefined();
  });

  it('finds nothing beside everything', () => {
    expect(hit([box, ring, mask, points], 300, 300)).toBeUndefined();
  });
});

describe('toRegion', () => {
  const placeOf = (shape: Shape) => toRegion({ id: '1', label: { name: 'a' }, shape, attributes: new Map() });

  it('gives nothing for what has no place', () => {
    expect(placeOf({ type: 'classification' })).toBeUndefined();
    expect(placeOf({ type: 'mask', mask: { width: 2, height: 2, counts: [4] } })).toBeUndefined();
    expect(placeOf({ type: 'polygon', rings: [] })).toBeUndefined();
    expect(placeOf({ type: 'keypoints', points: [{ name: 'head', visible: false }] })).toBeUndefined();
  });
});
