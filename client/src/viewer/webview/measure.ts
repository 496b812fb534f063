import type { Point } from '../../../../server/src/annotations/annotation';

/** How large a pixel is: in mm where `measured`. */
export interface PixelSize {
  readonly pixel: { readonly x: number; readonly y: number };
  readonly measured: boolean;
}

/** The length of a way along points, in mm, or in pixels where the size of a pixel is not known. */
export function lengthOf(points: readonly Point[], { pixel }: PixelSize): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i - 1]!, points[i]!];
    sum += Math.hypot((bx - ax) * pixel.x, (by - ay) * pixel.y);
  }
  return sum;
}

/** The area within a closed line, in mm², or in pixels. */
export function areaOf(points: readonly Point[], { pixel }: PixelSize): number {
  let sum = 0;
  points.forEach(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    sum += x * nextY - nextX * y;
  });
  return (Math.abs(sum) / 2) * pixel.x * pixel.y;
}

/** What a tool measures, in words: `12.3 mm`, `4.5 cm²`, `31 pixels`. */
export function measureText(tool: 'distance' | 'area', points: readonly Point[], size: PixelSize): string {
  if (tool === 'distance') {
    const length = lengthOf(points, size);
    return size.measured ? `${length.toFixed(1)} mm` : `${length.toFixed(1)} pixels`;
  }
  const area = areaOf(points, size);
  if (!size.measured) return `${Math.round(area)} pixels`;
  return area >= 100 ? `${(area / 100).toFixed(1)} cm²` : `${area.toFixed(1)} mm²`;
}

/** A scale bar: the longest round length that takes up no more than `room` CSS pixels. */
export function scaleBar(
  pixelsPerMm: number,
  room: number,
): { readonly pixels: number; readonly text: string } | undefined {
  const most = room / pixelsPerMm;
  if (!Number.isFinite(most) || most <= 0) return undefined;
  const power = 10 ** Math.floor(Math.log10(most));
  const mm = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
  const text =
    mm >= 10 ? `${mm / 10} cm` : mm >= 0.1 ? `${+mm.toPrecision(1)} mm` : `${+(mm * 1000).toPrecision(1)} µm`;
  return { pixels: mm * pixelsPerMm, text };
}

/** Something measured on a plane; `done` once its last point is set. Points are in pixels of the plane. */
export interface Measure {
  readonly tool: 'distance' | 'area';
  readonly points: readonly Point[];
  readonly done: boolean;
}
