import type { Point, Shape } from './annotation';
import { ringsOf } from './outline';
import { boundsOfMask } from './rle';

/** A box in pixels of the image, as {@link Point} counts them. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around a shape; nothing when it has no place on one picture. */
export function boundsOf(shape: Shape): Bounds | undefined {
  switch (shape.type) {
    case 'box':
      return shape.rotation ? boundsOfPoints(ringsOf(shape).flat()) : shape;
    case 'ellipse':
    case 'polygon':
      return boundsOfPoints(ringsOf(shape).flat());
    case 'polyline':
      return boundsOfPoints(shape.points);
    case 'point':
      return boundsOfPoints([shape.at]);
    case 'keypoints':
      return boundsOfPoints(shape.points.flatMap(({ at }) => (at ? [at] : [])));
    case 'mask':
      return boundsOfMask(shape.mask);
    case 'volume':
    case 'classification':
      return undefined;
  }
}

function boundsOfPoints(points: readonly Point[]): Bounds | undefined {
  if (points.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
