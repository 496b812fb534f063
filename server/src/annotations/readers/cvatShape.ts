import type { KeyPoint, RunLengthMask, Shape } from '../annotation';
import type { Problems } from '../problems';
import { tooMuch } from '../problems';
import { encodeValues, maximumPixels } from '../rle';
import type { XmlElement } from '../xml';
import { childrenOf, numberIn, numbersIn, pointsIn } from '../xml';

/** The shape of an element of CVAT's XML, or what is wrong with it. */
export function readCvatShape(
  element: XmlElement,
  image: { width?: number; height?: number },
  problems: Problems,
): Shape | string {
  const { name, attributes } = element;
  const numbers = (...names: readonly string[]) => numbersIn(names.map((one) => attributes.get(one)));
  const turn = numberIn(attributes.get('rotation')) ?? 0;
  const rotation = turn === 0 ? {} : { rotation: turn };
  const points = () => pointsIn(attributes.get('points'));
  switch (name) {
    case 'box': {
      const [left, top, right, bottom] = numbers('xtl', 'ytl', 'xbr', 'ybr') ?? [];
      if (left === undefined || top === undefined || right === undefined || bottom === undefined) {
        return 'its box is not made of four numbers';
      }
      if (right < left || bottom < top) return 'its box ends before it begins';
      return { type: 'box', x: left, y: top, width: right - left, height: bottom - top, ...rotation };
    }
    case 'ellipse': {
      const [x, y, across, down] = numbers('cx', 'cy', 'rx', 'ry') ?? [];
      if (x === undefined || y === undefined || across === undefined || down === undefined) {
        return 'its ellipse is not made of four numbers';
      }
      return { type: 'ellipse', center: [x, y], radii: [across, down], ...rotation };
    }
    case 'polygon': {
      const ring = points();
      return ring && ring.length >= 3
        ? { type: 'polygon', rings: [ring] }
        : 'its polygon is not made of three or more points';
    }
    case 'polyline': {
      const line = points();
      return line && line.length >= 2
        ? { type: 'polyline', points: line }
        : 'its line is not made of two or more points';
    }
    case 'points': {
      const all = points();
      const [at] = all ?? [];
      if (!all || !at) return 'its points are not pairs of numbers';
      if (all.length === 1) return { type: 'point', at };
      return { type: 'keypoints', points: all.map((one, i) => ({ name: `point ${i + 1}`, at: one, visible: true })) };
    }
    case 'skeleton':
      return { type: 'keypoints', points: childrenOf(element, 'points').map(keyPoint) };
    case 'mask': {
      const mask = maskOf(element, image, problems);
      return typeof mask === 'string' ? `its mask ${mask}` : { type: 'mask', mask };
    }
    case 'cuboid':
      return 'cuboids cannot be shown';
    default:
      return { type: 'classification' };
  }
}

function keyPoint({ attributes }: XmlElement, index: number): KeyPoint {
  const name = attributes.get('label') ?? `point ${index + 1}`;
  const [at] = (attributes.get('outside') === '1' ? undefined : pointsIn(attributes.get('points'))) ?? [];
  return at ? { name, at, visible: attributes.get('occluded') !== '1' } : { name, visible: false };
}

/** Runs of 0s and 1s in turn, row by row, in a part of the image. */
function maskOf(
  { attributes }: XmlElement,
  image: { width?: number; height?: number },
  { affords }: Problems,
): RunLengthMask | string {
  const box = numbersIn(['left', 'top', 'width', 'height'].map((name) => attributes.get(name)));
  const runs = numbersIn((attributes.get('rle') ?? '').split(','));
  if (!box?.every((one) => Number.isInteger(one) && one >= 0)) return 'has no place of whole pixels';
  if (!runs?.every((run) => Number.isInteger(run) && run >= 0)) return 'has no run lengths that can be read';
  const [left = 0, top = 0, width = 0, height = 0] = box;
  const [across, down] = [image.width ?? left + width, image.height ?? top + height];
  if (across * down > maximumPixels) return `is too large (${across} × ${down} pixels)`;
  if (left + width > across || top + height > down) return 'lies outside its image';
  const sum = runs.reduce((total, run) => total + run, 0);
  if (sum > width * height) return `has more pixels (${sum}) than its size allows (${width} × ${height})`;
  if (!affords(width * height)) return tooMuch;
  const inside = new Uint8Array(width * height);
  let at = 0;
  runs.forEach((run, i) => inside.fill(i % 2, at, (at += run)));
  const place = { left, top, width: across, height: down };
  return (
    encodeValues(width, height, inside, place)[0]?.mask ?? { width: across, height: down, counts: [across * down] }
  );
}
