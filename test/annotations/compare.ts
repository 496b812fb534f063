import type {
  Annotation,
  AnnotationFile,
  MaskVolume,
  RunLengthMask,
  Shape,
} from '../../server/src/annotations/annotation';
import { boundsOf } from '../../server/src/annotations/bounds';
import { ringsOf } from '../../server/src/annotations/outline';
import { decodeBitmap } from '../../server/src/annotations/rle';

/** Tools round to whole pixels: edges that are not farther apart are the same. */
const pixel = 1;

/** How the annotations of two files agree: a sentence for each of the second. Annotations are paired by the best fit. */
export function compareFiles(first: AnnotationFile, second: AnnotationFile): string[] {
  const [sources, results] = [first, second].map((file) => file.images.flatMap((image) => image.annotations));
  const size = first.images[0];
  return (results ?? []).map((result) => {
    const fits = (sources ?? []).map((source) => fit(source, result, sources ?? [], size ?? {}));
    const [best] = fits.filter((one) => one !== undefined).sort((a, b) => a.apart - b.apart);
    return `${result.label.name}: ${best?.how ?? 'no counterpart'}`;
  });
}

interface Fit {
  /** 0 where both are equal. */
  readonly apart: number;
  readonly how: string;
}

type Size = { readonly width?: number; readonly height?: number };

function fit(source: Annotation, result: Annotation, all: readonly Annotation[], size: Size): Fit | undefined {
  const isMask = result.shape.type === 'mask' || result.shape.type === 'volume';
  if (!isMask && source.label.name !== result.label.name) return undefined;
  if (result.shape.type === 'volume') return fitVolume(source, result.shape.volume, result.shape.value, all, size);
  if (result.shape.type === 'mask') {
    const drawn = rasterised(source, result.shape.mask.width, result.shape.mask.height);
    return drawn && fitMask(drawn, result.shape.mask);
  }
  const [a, b] = [boundsOf(source.shape), boundsOf(result.shape)];
  if (!a || !b) return undefined;
  const [points, others] = [source.shape, result.shape].map((shape) => JSON.stringify(pointsOf(shape)));
  if (points === others) return { apart: 0, how: 'equal, point by point' };
  const apart = Math.max(
    Math.abs(a.x - b.x),
    Math.abs(a.y - b.y),
    Math.abs(a.x + a.width - b.x - b.width),
    Math.abs(a.y + a.height - b.y - b.height),
  );
  return {
    apart,
    how: `${apart > pixel ? 'WRONG: ' : 'equal but for rounding: '}edges up to ${apart.toFixed(2)} pixels apart`,
  };
}

/** The points that make a shape which is no mask. */
function pointsOf(shape: Shape): unknown {
  switch (shape.type) {
    case 'keypoints':
      return shape.points.map(({ at }) => at);
    case 'polyline':
      return shape.points;
    case 'point':
      return [shape.at];
    default:
      return ringsOf(shape);
  }
}

/** One byte a pixel, by the even-odd rule at the middle of each. */
function rasterised({ shape }: Annotation, width: number, height: number): Uint8Array | undefined {
  if (shape.type === 'mask') return shape.mask.width === width ? decodeBitmap(shape.mask) : undefined;
  const rings = ringsOf(shape);
  if (rings.length === 0) return undefined;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const crossings: number[] = [];
    for (const ring of rings) {
      let [ax, ay] = ring[ring.length - 1] ?? [0, 0];
      for (const [bx, by] of ring) {
        if (ay > y + 0.5 !== by > y + 0.5) crossings.push(ax + ((bx - ax) * (y + 0.5 - ay)) / (by - ay));
        [ax, ay] = [bx, by];
      }
    }
    crossings.sort((p, q) => p - q);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from, to] = [Math.ceil((crossings[i] ?? 0) - 0.5), Math.ceil((crossings[i + 1] ?? 0) - 0.5)];
      pixels.fill(1, y * width + Math.max(0, from), y * width + Math.max(0, Math.min(width, to)));
    }
  }
  return pixels;
}

function fitMask(drawn: Uint8Array, mask: RunLengthMask): Fit {
  const difference = differences(drawn, decodeBitmap(mask), mask.width, mask.height);
  return { apart: difference.differ, how: inWords(difference) };
}

/** Tools round corners, and draw the outline as well: so many pixels from an edge, a difference is one of drawing. */
const edge = 2;

/** Pixels that are not the same in two pictures. */
interface Difference {
  readonly differ: number;
  /** Those of them in the outermost rows and columns: tools put there what lies outside. */
  readonly rim: number;
  /** Those of the others that are far from an edge. */
  readonly far: number;
}

/** The difference of two pictures of `width` × `height`, or of stacks of them. */
function differences(a: Uint8Array, b: Uint8Array, width: number, height: number): Difference {
  let [differ, rim, far] = [0, 0, 0];
  const size = width * height;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    differ++;
    const [x, y, slice] = [i % width, Math.floor((i % size) / width), i - (i % size)];
    let isAtEdge = false;
    for (let row = Math.max(0, y - edge); row <= Math.min(height - 1, y + edge); row++) {
      for (let column = Math.max(0, x - edge); column <= Math.min(width - 1, x + edge); column++) {
        if (a[slice + row * width + column] === b[i]) isAtEdge = true;
      }
    }
    if (isAtEdge) continue;
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) rim++;
    else far++;
  }
  return { differ, rim, far };
}

function inWords({ differ, rim, far }: Difference): string {
  if (differ === 0) return 'equal, pixel by pixel';
  if (far > 0) return `WRONG: ${differ} pixels differ, ${far} of them not at an edge`;
  const outside = rim > 0 ? `, and ${rim} on the rim of the image, where it puts what lies outside` : '';
  return `equal but for ${differ - rim} pixels within ${edge} of an edge, where the other tool draws its outline${outside}`;
}

/** Frames are compared with slices along each axis of the volume, in each orientation: tools name them differently. */
function fitVolume(
  { label }: Annotation,
  volume: MaskVolume,
  value: number,
  all: readonly Annotation[],
  { width = 0, height = 0 }: Size,
): Fit | undefined {
  const frames = all.filter((one) => one.label.name === label.name);
  const dims = [volume.width, volume.height, volume.depth];
  let best: Fit | undefined;
  for (const axis of [0, 1, 2]) {
    const [first, second] = [0, 1, 2].filter((one) => one !== axis) as [number, number];
    for (const isSwapped of [false, true]) {
      const [across, down] = isSwapped ? [second, first] : [first, second];
      if (dims[across] !== width || dims[down] !== height) continue;
      for (let flips = 0; flips < 8; flips++) {
        const turned = voxelsAlong(volume, value, [across, down, axis], flips);
        const drawn = new Uint8Array(turned.length);
        for (const one of frames) {
          const pixels = rasterised(one, width, height);
          const at = (one.frame ?? 0) * width * height;
          pixels?.forEach((inside, i) => inside && at + i < drawn.length && (drawn[at + i] = 1));
        }
        const difference = differences(drawn, turned, width, height);
        const axes = `axes ${['xyz'[across], 'xyz'[down], 'xyz'[axis]].join('')}, turned ${flips.toString(2)}`;
        if (!best || difference.differ < best.apart) {
          best = { apart: difference.differ, how: `${inWords(difference)} (${axes})` };
        }
      }
    }
  }
  return best;
}

function voxelsAlong(
  volume: MaskVolume,
  value: number,
  axes: readonly [number, number, number],
  flips: number,
): Uint8Array {
  const dims = [volume.width, volume.height, volume.depth];
  const [width, height, depth] = axes.map((axis) => dims[axis] ?? 0) as [number, number, number];
  const steps = [1, volume.width, volume.width * volume.height];
  const out = new Uint8Array(width * height * depth);
  let at = 0;
  for (let z = 0; z < depth; z++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const place = [flips & 1 ? width - 1 - x : x, flips & 2 ? height - 1 - y : y, flips & 4 ? depth - 1 - z : z];
        const index = place.reduce((sum, one, i) => sum + one * (steps[axes[i] ?? 0] ?? 0), 0);
        out[at++] = volume.values[index] === value ? 1 : 0;
      }
    }
  }
  return out;
}
