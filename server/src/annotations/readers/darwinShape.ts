import type { KeyPoint, Point, Shape } from '../annotation';
import type { Json } from '../json';
import { isRecord, numberOf, textOf } from '../json';

/** The shape of a Darwin annotation, a class where it has none; or what is wrong with it. */
export function readDarwinShape(content: Json): Shape | string {
  if (isRecord(content.polygon)) return polygonOf(content.polygon);
  if (isRecord(content.ellipse)) return ellipseOf(content.ellipse);
  if (isRecord(content.line)) {
    const points = pathOf(content.line.path);
    return points ? { type: 'polyline', points } : 'its line is not made of points';
  }
  if (isRecord(content.keypoint)) {
    const at = pointOf(content.keypoint);
    return at ? { type: 'point', at } : 'its key point has no place';
  }
  if (isRecord(content.skeleton)) return skeletonOf(content.skeleton);
  if (isRecord(content.bounding_box)) return boxOf(content.bounding_box);
  return { type: 'classification' };
}

function polygonOf({ paths, path, additional_paths: more }: Json): Shape | string {
  const given = Array.isArray(paths) ? paths : [path, ...(Array.isArray(more) ? more : [])];
  const rings: Point[][] = [];
  for (const one of given) {
    const ring = pathOf(one);
    if (!ring || ring.length < 3) return 'its polygon is not made of points';
    rings.push(ring);
  }
  return { type: 'polygon', rings };
}

function ellipseOf({ center, radius, angle }: Json): Shape | string {
  const [middle, radii] = [isRecord(center) && pointOf(center), isRecord(radius) && pointOf(radius)];
  if (!middle || !radii) return 'its ellipse has no centre or no radii';
  // Darwin turns by radians.
  const rotation = ((numberOf(angle) ?? 0) * 180) / Math.PI;
  return { type: 'ellipse', center: middle, radii, ...(rotation === 0 ? {} : { rotation }) };
}

function boxOf({ x, y, w, h }: Json): Shape | string {
  const [left, top, width, height] = [numberOf(x), numberOf(y), numberOf(w), numberOf(h)];
  if (left === undefined || top === undefined || width === undefined || height === undefined) {
    return 'its box is not made of four numbers';
  }
  return { type: 'box', x: left, y: top, width, height };
}

function skeletonOf({ nodes }: Json): Shape | string {
  if (!Array.isArray(nodes)) return 'its skeleton has no nodes';
  const points: KeyPoint[] = nodes.filter(isRecord).map((node, index) => {
    const [name, at] = [textOf(node.name) ?? `point ${index + 1}`, pointOf(node)];
    return at ? { name, at, visible: node.occluded !== true } : { name, visible: false };
  });
  return { type: 'keypoints', points };
}

function pathOf(value: unknown): Point[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const points = value.map((one: unknown) => (isRecord(one) ? pointOf(one) : undefined));
  return points.every((point) => point !== undefined) ? points : undefined;
}

function pointOf({ x, y }: Json): Point | undefined {
  const [px, py] = [numberOf(x), numberOf(y)];
  return px === undefined || py === undefined ? undefined : [px, py];
}
