/**
 * Points are `[x, y]` in image pixels: the origin is the top left corner of the picture, y grows downwards.
 * @typedef {[number, number]} Point
 */

/** Reads points that are written as `x,y x,y …`, in one text or several. @returns {Point[]} */
export const points = (...texts) =>
  texts
    .join(' ')
    .split(' ')
    .map((pair) => pair.split(',').map(Number));

/** One piece of a cubic through `b` and `c`, at `t` from 0 to 1. */
function catmullRom(a, b, c, d, t) {
  const t2 = t * t;
  const t3 = t2 * t;
  return [0, 1].map(
    (k) =>
      0.5 *
      (2 * b[k] +
        (c[k] - a[k]) * t +
        (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t2 +
        (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t3),
  );
}

/**
 * A smooth open line through all control points.
 * @param {Point[]} points two or more
 * @param {number} steps pieces between two control points
 * @returns {Point[]}
 */
export function openCurve(points, steps = 12) {
  const at = (i) => points[Math.max(0, Math.min(points.length - 1, i))];
  const line = [];
  for (let i = 0; i < points.length - 1; i += 1) {
    for (let s = 0; s < steps; s += 1) line.push(catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), s / steps));
  }
  line.push([...points[points.length - 1]]);
  return line;
}

/**
 * A smooth closed outline through all control points; the first point is not repeated at the end.
 * @param {Point[]} points three or more
 * @param {number} steps pieces between two control points
 * @returns {Point[]}
 */
export function closedCurve(points, steps = 12) {
  const n = points.length;
  const line = [];
  for (let i = 0; i < n; i += 1) {
    for (let s = 0; s < steps; s += 1) {
      line.push(catmullRom(points[(i + n - 1) % n], points[i], points[(i + 1) % n], points[(i + 2) % n], s / steps));
    }
  }
  return line;
}

/** An ellipse as an outline of `count` points, turned by `angle` radians. */
export function ellipse([x, y], rx, ry, angle = 0, count = 48) {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return Array.from({ length: count }, (_, i) => {
    const a = (2 * Math.PI * i) / count;
    const u = rx * Math.cos(a);
    const v = ry * Math.sin(a);
    return [x + u * cos - v * sin, y + u * sin + v * cos];
  });
}

/** The mirror image of a line about the vertical `x = middle`. */
export const mirror = (points, middle) => points.map(([x, y]) => [2 * middle - x, y]);
