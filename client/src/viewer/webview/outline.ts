import type { Point } from '../../../../server/src/annotations/annotation';
import type { MaskPixels } from './mask';

/** Directions on the grid of pixel corners, clockwise: right, down, left, up. */
const steps: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/**
 * The outline of a mask along the edges of its pixels: closed rings in pixels of the image, the mask on the right hand
 * (outer rings run clockwise on the screen, holes the other way). Corners only, not each pixel.
 */
export function traceOutline({ bounds, inside }: MaskPixels): readonly (readonly Point[])[] {
  const { width, height } = bounds;
  const at = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < width && row < height && inside[row * width + column] === 1;
  /** Whether the edge from a corner in a direction has the mask on its right and nothing on its left. */
  const isEdge = (x: number, y: number, direction: number) => {
    if (direction === 0) return at(x, y) && !at(x, y - 1);
    if (direction === 1) return at(x - 1, y) && !at(x, y);
    if (direction === 2) return at(x - 1, y - 1) && !at(x - 1, y);
    return at(x, y - 1) && !at(x - 1, y - 1);
  };

  /** Edges to the right that a ring has passed: each ring has at least one. */
  const passed = new Uint8Array((width + 1) * (height + 1));
  const rings: Point[][] = [];
  for (let row = 0; row <= height; row++) {
    for (let column = 0; column < width; column++) {
      if (!passed[row * (width + 1) + column] && isEdge(column, row, 0)) rings.push(follow(column, row));
    }
  }
  return rings;

  function follow(startX: number, startY: number): Point[] {
    const ring: Point[] = [];
    let [x, y, direction] = [startX, startY, 0];
    do {
      if (direction === 0) passed[y * (width + 1) + x] = 1;
      const [dx, dy] = steps[direction]!;
      [x, y] = [x + dx, y + dy];
      // Right before straight before left: pixels that touch at a corner only stay rings of their own.
      const next = [1, 0, 3].map((turn) => (direction + turn) % 4).find((each) => isEdge(x, y, each)) ?? direction;
      if (next !== direction) ring.push([x + bounds.x, y + bounds.y]);
      direction = next;
    } while (x !== startX || y !== startY || direction !== 0);
    return ring;
  }
}
