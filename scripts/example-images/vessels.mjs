import { createRandom } from './random.mjs';
import { blur, visitAlong } from './raster.mjs';

/** The big vessels of each lung: direction (radians, 0 is outwards, down is positive), calibre and length in pixels. */
const trunks = [
  [-1.75, 3.8, 50],
  [-1.25, 3.2, 52],
  [-0.7, 3.8, 54],
  [-0.2, 3.4, 56],
  [0.3, 4.2, 58],
  [0.7, 5, 62],
  [1.05, 5.6, 68],
  [1.35, 6.4, 72],
  [1.62, 4.4, 60],
];

/**
 * The vessels of both lungs as trees that branch from the hila and thin out towards the pleura.
 * @param {import('./raster.mjs').Grid} grid
 * @param {ReturnType<import('./anatomy.mjs').createAnatomy>} anatomy
 * @param {number} seed
 * @returns {{ branches: Float32Array, hila: Float32Array }} the vessels' attenuation for every pixel of the grid, and
 *   the same blurred, which is great where they crowd together at the hila
 */
export function drawVessels(grid, anatomy, seed) {
  const layer = new Float32Array(grid.data.length);
  const random = createRandom(seed);

  const grow = (start, angle, calibre, length, depth) => {
    if (depth === 0 || calibre < 0.5) return;
    const line = [start];
    let direction = angle;
    let bend = random.normal() * 0.035;
    for (let i = 0; i < 8; i += 1) {
      bend = bend * 0.8 + random.normal() * 0.03;
      direction += bend;
      const [x, y] = line[i];
      line.push([x + (Math.cos(direction) * length) / 8, y + (Math.sin(direction) * length) / 8]);
    }
    visitAlong(grid, line, calibre * 2.2, (index, side, along) => {
      const half = calibre * (1 - 0.25 * along);
      const value = 0.036 * half * Math.exp(-((side / half) ** 2));
      if (value > layer[index]) layer[index] = value;
    });
    const end = line[8];
    const even = random.uniform(0.6, 0.8);
    const turn = random.uniform(0.2, 0.5);
    const flip = random.uniform() < 0.5 ? -1 : 1;
    grow(end, direction - flip * turn, calibre * even, length * random.uniform(0.7, 0.95), depth - 1);
    grow(end, direction + flip * turn * 1.3, calibre * (1.35 - even), length * random.uniform(0.6, 0.85), depth - 1);
    if (random.uniform() < 0.4) grow(line[4], direction - flip * 0.8, calibre * 0.45, length * 0.6, depth - 2);
  };

  for (const side of ['right', 'left']) {
    const [x, y] = anatomy.hila[side];
    for (const [angle, calibre, length] of trunks) {
      const direction = (side === 'left' ? angle : Math.PI - angle) + random.normal() * 0.06;
      grow([x + Math.cos(direction) * 3, y + Math.sin(direction) * 24], direction, calibre, length, 6);
    }
  }
  return { branches: layer, hila: blur(layer, grid, 9) };
}
