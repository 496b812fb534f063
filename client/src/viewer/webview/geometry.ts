import type { Annotation, KeyPoint, Point } from '../../../../server/src/annotations/annotation';
import type { Bounds } from '../../../../server/src/annotations/bounds';
import { boundsOf } from '../../../../server/src/annotations/bounds';
import { ringsOf } from '../../../../server/src/annotations/outline';
import type { MaskPixels } from './mask';
import { decodeMask, maskHolds } from './mask';

/** An annotation with a place on the image, ready to be drawn and hit. */
export interface Region {
  readonly annotation: Annotation;
  readonly bounds: Bounds;
  readonly mask?: MaskPixels;
}

/** Nothing for what has no place of its own: a classification, an empty mask, missing key points, the voxels of a volume. */
export function toRegion(annotation: Annotation): Region | undefined {
  const { shape } = annotation;
  const mask = shape.type === 'mask' ? decodeMask(shape.mask) : undefined;
  const bounds = mask?.bounds ?? boundsOf(shape);
  return bounds && { annotation, bounds, mask };
}

/** The region at a point of the image, the smallest one where several lie over each other. Lengths in pixels of the image. */
export function regionAt(regions: readonly Region[], point: Point, tolerance: number): Region | undefined {
  const area = ({ bounds }: Region) => bounds.width * bounds.height;
  return regions
    .filter((region) => near(region.bounds, point, tolerance) && covers(region, point, tolerance))
    .reduce<Region | undefined>((best, region) => (best && area(best) <= area(region) ? best : region), undefined);
}

function covers({ annotation, mask }: Region, point: Point, tolerance: number): boolean {
  const { shape } = annotation;
  if (mask) return maskHolds(mask, point);
  if (shape.type === 'polygon' || shape.type === 'ellipse') return inRings(ringsOf(shape), point);
  if (shape.type === 'point') return distance(shape.at, point) <= tolerance;
  if (shape.type === 'polyline')
    return shape.points.some((at, i) => toStretch(at, shape.points[i + 1] ?? at, point) <= tolerance);
  if (shape.type === 'keypoints') return placed(shape.points).some(({ at }) => distance(at, point) <= tolerance);
  return shape.type === 'box' && (!shape.rotation || inRings(ringsOf(shape), point));
}

function near({ x, y, width, height }: Bounds, [px, py]: Point, by: number): boolean {
  return px >= x - by && py >= y - by && px <= x + width + by && py <= y + height + by;
}

/** By the even-odd rule over all rings, as they are filled. */
function inRings(rings: readonly (readonly Point[])[], [px, py]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let [ax, ay] = ring[ring.length - 1] ?? [0, 0];
    for (const [bx, by] of ring) {
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
      [ax, ay] = [bx, by];
    }
  }
  return inside;
}

/** The key points that have a place. */
export function placed(points: readonly KeyPoint[]): readonly (KeyPoint & { readonly at: Point })[] {
  return points.filter((point): point is KeyPoint & { readonly at: Point } => point.at !== undefined);
}

/** How far a point is from the stretch between two others. */
function toStretch([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return distance([ax + part * dx, ay + part * dy], [x, y]);
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}
