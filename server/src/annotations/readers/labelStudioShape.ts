import type { AttributeValue, Point, Shape } from '../annotation';
import { decodeBrush } from './brush';
import type { Json } from '../json';
import type { Problems } from '../problems';
import { isNumbers, isRecord, numberOf, pointsOf, sizeOf } from '../json';

export interface ResultShape {
  readonly shape: Shape;
  /** From 0. */
  readonly frame?: number;
}

/** The shape of a result; nothing where it has none; or what is wrong with it, as words that go on from its name. */
export function readResultShape(item: Json, problems: Problems): ResultShape | string | undefined {
  const value = isRecord(item.value) ? item.value : {};
  const type = typeof item.type === 'string' ? item.type : '';
  const kind = type.replace(/labels$/, '');
  const [width, height] = [sizeOf(item.original_width), sizeOf(item.original_height)];
  if (!['rectangle', 'ellipse', 'polygon', 'keypoint', 'brush', 'vector', 'video', 'videorectangle'].includes(kind)) {
    return undefined;
  }
  if (kind.startsWith('video')) return 'boxes that move through a video cannot be read';
  if (!width || !height) return 'it does not say the size of its image';
  if (numberOf(item.image_rotation)) return 'its image was turned in the tool, which cannot be followed';
  const size = { width, height };
  const shape = kind === 'brush' ? brushOf(value, width, height, problems) : shapeOf(kind, value, size);
  return typeof shape === 'string' ? shape : { shape };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Places are in percent of the image. */
function shapeOf(kind: string, value: Json, size: Size): Shape | string {
  const part = (key: string, whole: number) => {
    const number = numberOf(value[key]);
    return number === undefined ? undefined : (number / 100) * whole;
  };
  const [x, y] = [part('x', size.width), part('y', size.height)];
  const rotation = numberOf(value.rotation) ?? 0;
  const turned = rotation === 0 ? {} : { rotation };
  switch (kind) {
    case 'rectangle': {
      const [width, height] = [part('width', size.width), part('height', size.height)];
      if (x === undefined || y === undefined || width === undefined || height === undefined) break;
      const [left, top] = cornerOf([x, y], width, height, rotation);
      return { type: 'box', x: left, y: top, width, height, ...turned };
    }
    case 'ellipse': {
      const [across, down] = [part('radiusX', size.width), part('radiusY', size.height)];
      if (x === undefined || y === undefined || across === undefined || down === undefined) break;
      return { type: 'ellipse', center: [x, y], radii: [across, down], ...turned };
    }
    case 'keypoint':
      return x === undefined || y === undefined ? 'its point has no place' : { type: 'point', at: [x, y] };
    case 'vector': {
      const vertices: readonly unknown[] = Array.isArray(value.vertices) ? value.vertices : [];
      const points = pointsOf(vertices.map((one) => (isRecord(one) ? [one.x, one.y] : one)));
      if (!points || points.length < 2) return 'its line is not made of points';
      const placed = points.map(([a, b]): Point => [(a / 100) * size.width, (b / 100) * size.height]);
      return value.closed === true ? { type: 'polygon', rings: [placed] } : { type: 'polyline', points: placed };
    }
    default: {
      const points = pointsOf(value.points);
      if (!points || points.length < 3) return 'its polygon is not made of three or more points';
      return {
        type: 'polygon',
        rings: [points.map(([a, b]): Point => [(a / 100) * size.width, (b / 100) * size.height])],
      };
    }
  }
  return `its ${kind} does not have the numbers that it needs`;
}

/** The upper left corner before turning, of a box that was turned about that corner as if about its middle. */
function cornerOf([x, y]: Point, width: number, height: number, rotation: number): Point {
  const turn = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const center: Point = [x + (cos * width - sin * height) / 2, y + (sin * width + cos * height) / 2];
  return [center[0] - width / 2, center[1] - height / 2];
}

function brushOf({ format, rle }: Json, width: number, height: number, problems: Problems): Shape | string {
  if (format !== 'rle' || !isNumbers(rle)) return 'its mask is not in run lengths';
  if (!Number.isInteger(width) || !Number.isInteger(height)) return 'its image does not have whole pixels';
  const mask = decodeBrush(rle, width, height, problems);
  return typeof mask === 'string' ? `its mask ${mask}` : { type: 'mask', mask };
}

/** The labels of a result: `rectanglelabels`, `brushlabels`, `labels`… */
export function labelsOf({ type, value }: Json): string[] {
  if (!isRecord(value) || typeof type !== 'string' || !type.endsWith('labels')) return [];
  const labels = value[type];
  return Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
}

/** What a result answers: a choice, a rating, a number, a text; several choices with commas. */
export function valueOf({ type, value }: Json): AttributeValue | undefined {
  if (!isRecord(value) || typeof type !== 'string') return undefined;
  const answer = value[type === 'textarea' ? 'text' : type];
  if (type.endsWith('labels')) return undefined;
  if (typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean') return answer;
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  // A choice in a tree is the way to it, from the root.
  const leaves = answer.map((one: unknown) => (Array.isArray(one) ? (one[one.length - 1] as unknown) : one));
  return leaves
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .join(type === 'textarea' ? '\n' : ',');
}
