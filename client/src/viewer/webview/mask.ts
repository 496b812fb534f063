import type { Point, RunLengthMask } from '../../../../server/src/annotations/annotation';
import type { Bounds } from '../../../../server/src/annotations/bounds';
import { boundsOfMask, runsOf } from '../../../../server/src/annotations/rle';

/** The part of a mask that has pixels: `inside[row * bounds.width + column]` is 1 where the mask is, row by row. */
export interface MaskPixels {
  readonly bounds: Bounds;
  readonly inside: Uint8Array;
}

/** Decodes a mask, cropped to its pixels. Nothing when it has none. */
export function decodeMask(mask: RunLengthMask): MaskPixels | undefined {
  const bounds = boundsOfMask(mask);
  if (!bounds) return undefined;
  const inside = new Uint8Array(bounds.width * bounds.height);
  for (const { start, end } of runsOf(mask)) {
    for (let at = start; at < end; at++) {
      const row = (at % mask.height) - bounds.y;
      inside[row * bounds.width + Math.floor(at / mask.height) - bounds.x] = 1;
    }
  }
  return { bounds, inside };
}

/** Whether the mask covers a point of the image. */
export function maskHolds({ bounds, inside }: MaskPixels, [x, y]: Point): boolean {
  const column = Math.floor(x) - bounds.x;
  const row = Math.floor(y) - bounds.y;
  if (column < 0 || row < 0 || column >= bounds.width || row >= bounds.height) return false;
  return inside[row * bounds.width + column] === 1;
}
