import type { Point } from '../../../../server/src/annotations/annotation';
import { ringsOf } from '../../../../server/src/annotations/outline';
import type { Region } from './geometry';
import { channels } from './colors';
import type { MaskPixels } from './mask';
import { traceOutline } from './outline';

/** Of a point, in pixels of the image. */
const pointRadius = 2;

const outlines = new WeakMap<Region, Path2D>();
const tints = new WeakMap<MaskPixels, { readonly color: string; readonly bitmap: OffscreenCanvas }>();

/** The outline of a box, polygon or mask, in pixels of the image; made once. */
export function outlineOf(region: Region): Path2D {
  const path = outlines.get(region) ?? makeOutline(region);
  outlines.set(region, path);
  return path;
}

/** A mask in one colour, cropped to its bounds; made anew when the colour changes. */
export function tinted(mask: MaskPixels, color: string): OffscreenCanvas {
  const known = tints.get(mask);
  if (known?.color === color) return known.bitmap;
  const { width, height } = mask.bounds;
  const bitmap = known?.bitmap ?? new OffscreenCanvas(width, height);
  const pixels = new ImageData(width, height);
  const [red, green, blue] = channels(color);
  const packed = new Uint32Array(pixels.data.buffer);
  const pixel = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  for (let index = 0; index < packed.length; index++) if (mask.inside[index]) packed[index] = pixel;
  bitmap.getContext('2d')?.putImageData(pixels, 0, 0);
  tints.set(mask, { color, bitmap });
  return bitmap;
}

function makeOutline({ annotation: { shape }, mask }: Region): Path2D {
  if (mask) return ringsPath(traceOutline(mask));
  const path = ringsPath(ringsOf(shape));
  if (shape.type === 'polyline') shape.points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
  if (shape.type === 'point') path.arc(shape.at[0], shape.at[1], pointRadius, 0, 2 * Math.PI);
  return path;
}

function ringsPath(rings: readonly (readonly Point[])[]): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach(([x, y], index) => (index ? path.lineTo(x, y) : path.moveTo(x, y)));
    path.closePath();
  }
  return path;
}
