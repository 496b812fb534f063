/**
 * The outer outline of the largest connected part of a mask (pixels that share a side), as the corners of its pixels.
 * @param {Uint8Array} mask row by row
 * @param {number} width
 * @param {number} height
 * @returns {import('./curves.mjs').Point[]} clockwise on the screen, not closed by a repeated point; empty for an empty
 *   mask
 */
export function traceOutline(mask, width, height) {
  const set = (x, y) => x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] !== 0;
  const seen = new Set();
  let longest = [];
  for (let i = 0; i < mask.length; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (!set(x, y) || set(x, y - 1) || seen.has(`${x},${y}`)) continue;
    const outline = followEdge(set, x, y, seen);
    if (Math.abs(signedArea(outline)) > Math.abs(signedArea(longest))) longest = outline;
  }
  return longest;
}

/** Directions of travel along pixel edges: right, down, left, up; for each the pixel on its right-hand side. */
const steps = [
  { dx: 1, dy: 0, x: 0, y: 0 },
  { dx: 0, dy: 1, x: -1, y: 0 },
  { dx: -1, dy: 0, x: -1, y: -1 },
  { dx: 0, dy: -1, x: 0, y: -1 },
];

/** Walks round a part with the set pixels on the right, from the top left corner of the pixel `startX`, `startY`. */
function followEdge(set, startX, startY, seen) {
  const outline = [];
  let [x, y, direction] = [startX, startY, 0];
  do {
    if (direction === 0) seen.add(`${x},${y}`);
    outline.push([x, y]);
    x += steps[direction].dx;
    y += steps[direction].dy;
    // Turning right first keeps parts that only touch at a corner apart.
    direction = [1, 0, 3].map((turn) => (direction + turn) % 4).find((next) => isEdge(set, x, y, next));
  } while (x !== startX || y !== startY || direction !== 0);
  return outline;
}

function isEdge(set, x, y, direction) {
  const right = steps[direction];
  const left = steps[(direction + 3) % 4];
  return set(x + right.x, y + right.y) && !set(x + left.x, y + left.y);
}

/** Area inside an outline, in square pixels; positive when it runs clockwise on the screen. */
export function signedArea(outline) {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/**
 * Leaves out the points of a closed outline that are less than `tolerance` from the line without them (Douglas and
 * Peucker).
 * @param {import('./curves.mjs').Point[]} outline
 * @param {number} tolerance pixels
 */
export function simplify(outline, tolerance) {
  if (outline.length < 4) return outline;
  const far = outline.reduce(
    (best, point, i) => (distance(point, outline[0]) > distance(outline[best], outline[0]) ? i : best),
    0,
  );
  const first = reduce(outline.slice(0, far + 1), tolerance);
  const second = reduce([...outline.slice(far), outline[0]], tolerance);
  return [...first.slice(0, -1), ...second.slice(0, -1)];
}

const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);

function reduce(line, tolerance) {
  const [start, end] = [line[0], line[line.length - 1]];
  const length = distance(start, end);
  let [worst, index] = [0, 0];
  for (let i = 1; i < line.length - 1; i += 1) {
    const [x, y] = line[i];
    const off = length
      ? Math.abs((end[0] - start[0]) * (start[1] - y) - (start[0] - x) * (end[1] - start[1])) / length
      : distance(line[i], start);
    if (off > worst) [worst, index] = [off, i];
  }
  if (worst <= tolerance) return [start, end];
  return [...reduce(line.slice(0, index + 1), tolerance).slice(0, -1), ...reduce(line.slice(index), tolerance)];
}
