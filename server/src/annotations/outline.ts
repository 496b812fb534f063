import type { Point, Shape } from './annotation';

/** Corners of the polygon that stands for an ellipse. */
const corners = 64;

/** The rings that surround a box, an ellipse or a polygon; none for other shapes. */
export function ringsOf(shape: Shape): readonly (readonly Point[])[] {
  switch (shape.type) {
    case 'polygon':
      return shape.rings;
    case 'box': {
      const { x, y, width, height, rotation = 0 } = shape;
      const box: Point[] = [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ];
      return [box.map((corner) => turned(corner, [x + width / 2, y + height / 2], rotation))];
    }
    case 'ellipse': {
      const { center, radii, rotation = 0 } = shape;
      const ring = Array.from({ length: corners }, (_, i): Point => {
        const angle = (2 * Math.PI * i) / corners;
        return [center[0] + radii[0] * Math.cos(angle), center[1] + radii[1] * Math.sin(angle)];
      });
      return [ring.map((point) => turned(point, center, rotation))];
    }
    default:
      return [];
  }
}

/** Clockwise, as rows go down. */
function turned([x, y]: Point, [cx, cy]: Point, degrees: number): Point {
  if (degrees === 0) return [x, y];
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
}
