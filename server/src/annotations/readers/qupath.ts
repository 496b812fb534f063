import type { Annotation, AnnotationFile, Point, Shape } from '../annotation';
import type { Json } from '../json';
import { attributesOf, idOf, isRecord, numberOf, pointsOf, textOf } from '../json';
import { createProblems } from '../problems';

const geometries = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/**
 * Reads GeoJSON as QuPath writes it: a collection of features, a list of them, or one, with coordinates in pixels and the
 * class under `properties`. Nothing when it is no GeoJSON.
 */
export function readQuPath(root: unknown): AnnotationFile | undefined {
  const isCollection = isRecord(root) && root.type === 'FeatureCollection' && Array.isArray(root.features);
  const features: readonly unknown[] = isCollection
    ? (root.features as unknown[])
    : Array.isArray(root)
      ? root
      : [root];
  if (!isCollection && (features.length === 0 || !features.every(isFeature))) return undefined;
  const problems = createProblems();
  const annotations: Annotation[] = [];
  features.forEach((feature, index) => {
    const source = { path: isCollection ? ['features', index] : Array.isArray(root) ? [index] : [] };
    if (!isFeature(feature)) return problems.add(`Feature ${index + 1} is no feature of GeoJSON.`, source);
    const properties = isRecord(feature.properties) ? feature.properties : {};
    const id = idOf(feature.id) ?? idOf(properties.id) ?? String(index + 1);
    const shape = isRecord(feature.geometry) ? shapeOf(feature.geometry) : ({ type: 'classification' } as const);
    if (typeof shape === 'string') problems.add(`Feature ${id}: ${shape}.`, source);
    const frame = planeOf(feature, properties);
    annotations.push({
      id,
      label: { name: classOf(properties) },
      shape: typeof shape === 'string' ? { type: 'classification' } : shape,
      attributes: attributesOf(properties.metadata),
      ...(frame === undefined ? {} : { frame }),
      source,
    });
  });
  return { format: 'QuPath GeoJSON', images: [{ fileName: '', annotations }], ...problems.told() };
}

function isFeature(value: unknown): value is Json {
  if (!isRecord(value) || value.type !== 'Feature') return false;
  return value.geometry === null || (isRecord(value.geometry) && geometries.has(String(textOf(value.geometry.type))));
}

/** The class; the object's own name where it has none. */
function classOf({ classification, name }: Json): string {
  if (typeof classification === 'string') return classification;
  if (isRecord(classification)) {
    const { name: named, names } = classification;
    if (Array.isArray(names) && names.length > 0) return names.map((one) => textOf(one) ?? '').join(': ');
    if (typeof named === 'string') return named;
  }
  return textOf(name) ?? '';
}

/** The slice, else the point in time, where the object is on another than the first. */
function planeOf({ geometry }: Json, { plane: given }: Json): number | undefined {
  const plane = isRecord(geometry) && isRecord(geometry.plane) ? geometry.plane : given;
  if (!isRecord(plane)) return undefined;
  const [z, t] = [numberOf(plane.z) ?? 0, numberOf(plane.t) ?? 0];
  return z || t || undefined;
}

function shapeOf({ type, coordinates }: Json): Shape | string {
  const wrong = `the coordinates of its ${textOf(type) ?? 'shape'} are not pairs of numbers`;
  const lists = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [undefined]);
  switch (type) {
    case 'Point': {
      const [at] = pointsOf([coordinates]) ?? [];
      return at ? { type: 'point', at } : wrong;
    }
    case 'MultiPoint': {
      const points = pointsOf(coordinates);
      if (!points) return wrong;
      return { type: 'keypoints', points: points.map((at, i) => ({ name: `point ${i + 1}`, at, visible: true })) };
    }
    case 'LineString': {
      const points = pointsOf(coordinates);
      return points && points.length > 1 ? { type: 'polyline', points } : wrong;
    }
    case 'Polygon':
      return polygonOf(lists(coordinates)) ?? wrong;
    case 'MultiPolygon':
      return polygonOf(lists(coordinates).flatMap(lists)) ?? wrong;
    default:
      return `geometry of type ${textOf(type) ?? '?'} cannot be shown`;
  }
}

/** GeoJSON closes its rings; here they close by themselves. */
function polygonOf(rings: readonly unknown[]): Shape | undefined {
  const result: Point[][] = [];
  for (const ring of rings) {
    const points = pointsOf(ring);
    if (!points) return undefined;
    const [first, last] = [points[0], points[points.length - 1]];
    if (points.length > 3 && first && last && first[0] === last[0] && first[1] === last[1]) points.pop();
    if (points.length >= 3) result.push(points);
  }
  return result.length > 0 ? { type: 'polygon', rings: result } : undefined;
}
