/**
 * A picture of numbers, row by row from the top left. `scale` is the number of its pixels to one image pixel: the
 * phantom is drawn finer than the film and averaged down, which gives smooth edges.
 * @typedef {{ width: number, height: number, scale: number, data: Float32Array }} Grid
 */

/** @returns {Grid} a grid of zeros that covers `width` by `height` image pixels */
export function createGrid(width, height, scale) {
  const grid = { width: width * scale, height: height * scale, scale };
  return { ...grid, data: new Float32Array(grid.width * grid.height) };
}

/**
 * The pixels whose centres lie inside an outline (even-odd rule).
 * @param {import('./curves.mjs').Point[]} outline in image pixels
 * @returns {Uint8Array} 1 inside, 0 outside; `width * height` of the grid
 */
export function fillOutline(outline, { width, height, scale }) {
  const mask = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const y = (row + 0.5) / scale;
    const crossings = [];
    for (let i = 0; i < outline.length; i += 1) {
      const [x1, y1] = outline[i];
      const [x2, y2] = outline[(i + 1) % outline.length];
      if (y1 <= y !== y2 <= y) crossings.push((x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) * scale);
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i] - 0.5));
      const to = Math.min(width, Math.ceil(crossings[i + 1] - 0.5));
      if (from < to) mask.fill(1, row * width + from, row * width + to);
    }
  }
  return mask;
}

/** Squared distances along one row from those in its columns: the lower envelope of parabolas. */
function transformRow(f, n, out, hull, bounds) {
  let k = 0;
  hull[0] = 0;
  bounds[0] = -Infinity;
  bounds[1] = Infinity;
  for (let q = 1; q < n; q += 1) {
    let s;
    do {
      const r = hull[k];
      s = (f[q] + q * q - (f[r] + r * r)) / (2 * (q - r));
    } while (s <= bounds[k] && --k > -1);
    k += 1;
    hull[k] = q;
    bounds[k] = s;
    bounds[k + 1] = Infinity;
  }
  k = 0;
  for (let q = 0; q < n; q += 1) {
    while (bounds[k + 1] < q) k += 1;
    out[q] = (q - hull[k]) ** 2 + f[hull[k]];
  }
}

/** For each pixel how many rows away the nearest pixel is that has a neighbour of the other value; far more if none. */
function rowsToEdge(mask, width, height) {
  const rows = new Float64Array(mask.length).fill(1e6);
  for (let i = 0; i < mask.length; i += 1) {
    const x = i % width;
    const value = mask[i];
    const edge =
      (x > 0 && mask[i - 1] !== value) ||
      (x < width - 1 && mask[i + 1] !== value) ||
      (i >= width && mask[i - width] !== value) ||
      (i + width < mask.length && mask[i + width] !== value);
    if (edge) rows[i] = 0;
    else if (i >= width) rows[i] = Math.min(rows[i], rows[i - width] + 1);
  }
  for (let i = width * (height - 1) - 1; i >= 0; i -= 1) rows[i] = Math.min(rows[i], rows[i + width] + 1);
  return rows;
}

/**
 * How far each pixel is from the edge of a mask (Felzenszwalb and Huttenlocher).
 * @param {Uint8Array} mask
 * @param {Grid} grid
 * @returns {Float32Array} image pixels; positive inside, negative outside
 */
export function signedDistance(mask, { width, height, scale }) {
  const rows = rowsToEdge(mask, width, height);
  const [row, out, hull, bounds] = [
    new Float64Array(width),
    new Float64Array(width),
    new Int32Array(width),
    new Float64Array(width + 1),
  ];
  const result = new Float32Array(mask.length);
  for (let start = 0; start < mask.length; start += width) {
    for (let x = 0; x < width; x += 1) row[x] = rows[start + x] * rows[start + x];
    transformRow(row, width, out, hull, bounds);
    for (let x = 0; x < width; x += 1) {
      const distance = (Math.sqrt(out[x]) + 0.5) / scale;
      result[start + x] = mask[start + x] ? distance : -distance;
    }
  }
  return result;
}

function boxBlurLine(source, target, start, step, count, radius) {
  let sum = 0;
  const clamp = (i) => source[start + Math.max(0, Math.min(count - 1, i)) * step];
  for (let i = -radius; i <= radius; i += 1) sum += clamp(i);
  for (let i = 0; i < count; i += 1) {
    target[start + i * step] = sum / (2 * radius + 1);
    sum += clamp(i + radius + 1) - clamp(i - radius);
  }
}

/**
 * A blur like a Gaussian's: three box blurs in each direction.
 * @param {Float32Array} data
 * @param {Grid} grid
 * @param {number} sigma image pixels
 * @returns {Float32Array} a new array
 */
export function blur(data, { width, height, scale }, sigma) {
  const radius = Math.max(1, Math.round((Math.sqrt(4 * (sigma * scale) ** 2 + 1) - 1) / 2));
  let [from, to] = [Float32Array.from(data), new Float32Array(data.length)];
  for (let pass = 0; pass < 3; pass += 1) {
    for (let y = 0; y < height; y += 1) boxBlurLine(from, to, y * width, 1, width, radius);
    for (let x = 0; x < width; x += 1) boxBlurLine(to, from, x, width, height, radius);
  }
  return from;
}

/**
 * Visits every pixel near a line once, with its place beside the line.
 * @param {Grid} grid
 * @param {import('./curves.mjs').Point[]} line
 * @param {number} reach image pixels to either side of the line
 * @param {(index: number, side: number, along: number) => void} visit `index` of the pixel; `side` is its distance in
 *   image pixels, positive to the right of the direction of travel (below a line drawn from left to right); `along`
 *   goes from 0 at the line's start to 1 at its end
 */
export function visitAlong(grid, line, reach, visit) {
  const { width, scale } = grid;
  const all = pixelBox(grid, line, reach);
  const boxWidth = all.right - all.left + 1;
  const count = Math.max(0, boxWidth * (all.bottom - all.top + 1));
  const nearest = new Float32Array(count).fill(Infinity);
  const sides = new Float32Array(count);
  const places = new Float32Array(count);
  const lengths = line.slice(1).map(([x, y], i) => Math.hypot(x - line[i][0], y - line[i][1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let travelled = 0;
  lengths.forEach((length, i) => {
    const [[ax, ay], [bx, by]] = [line[i], line[i + 1]];
    const [dx, dy] = [(bx - ax) / length || 0, (by - ay) / length || 0];
    const { left, right, top, bottom } = pixelBox(grid, [line[i], line[i + 1]], reach);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const [px, py] = [(column + 0.5) / scale - ax, (row + 0.5) / scale - ay];
        const t = Math.max(0, Math.min(length, px * dx + py * dy));
        const distance = Math.sqrt((px - t * dx) ** 2 + (py - t * dy) ** 2);
        const at = (row - all.top) * boxWidth + column - all.left;
        if (distance > reach || distance >= nearest[at]) continue;
        nearest[at] = distance;
        sides[at] = dx * py - dy * px < 0 ? -distance : distance;
        places[at] = (travelled + t) / total;
      }
    }
    travelled += length;
  });
  for (let at = 0; at < count; at += 1) {
    if (nearest[at] === Infinity) continue;
    visit((all.top + Math.floor(at / boxWidth)) * width + all.left + (at % boxWidth), sides[at], places[at]);
  }
}

/** The pixels of a grid within `reach` of the box round some points; empty (right before left) when all are outside. */
function pixelBox({ width, height, scale }, points, reach) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.max(0, Math.floor((Math.min(...xs) - reach) * scale)),
    right: Math.min(width - 1, Math.ceil((Math.max(...xs) + reach) * scale)),
    top: Math.max(0, Math.floor((Math.min(...ys) - reach) * scale)),
    bottom: Math.min(height - 1, Math.ceil((Math.max(...ys) + reach) * scale)),
  };
}

/** Averages a grid down to one value for each image pixel. */
export function averageDown({ width, height, scale, data }) {
  const [w, h] = [width / scale, height / scale];
  const out = new Float32Array(w * h);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      out[Math.floor(y / scale) * w + Math.floor(x / scale)] += data[y * width + x] / (scale * scale);
    }
  }
  return { width: w, height: h, scale: 1, data: out };
}
