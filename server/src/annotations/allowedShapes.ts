import type { Geometry } from '../model/taxonomy';
import type { Shape } from './annotation';

/** Shapes in words. */
export const shapeWords: Readonly<Record<Shape['type'], string>> = {
  box: 'a box',
  polygon: 'a polygon',
  ellipse: 'an ellipse',
  polyline: 'a line',
  point: 'a point',
  mask: 'a mask',
  volume: 'a mask',
  keypoints: 'key points',
  classification: 'a class without a place',
};

/**
 * Whether a shape is one of the geometries that a label may have. A polygon is a mask by its outline, and tools store
 * either for the other.
 */
export function shapeFits({ type }: Shape, allowed: readonly string[]): boolean {
  const same: Record<Shape['type'], readonly Geometry[]> = {
    box: ['box'],
    polygon: ['polygon', 'mask', 'ellipse', 'polyline'],
    ellipse: ['ellipse', 'polygon', 'mask'],
    polyline: ['polyline'],
    point: ['point', 'keypoints'],
    mask: ['mask', 'polygon', 'ellipse'],
    volume: ['mask', 'polygon', 'ellipse'],
    keypoints: ['keypoints', 'point'],
    classification: ['classification'],
  };
  return same[type].some((geometry) => allowed.includes(geometry));
}
