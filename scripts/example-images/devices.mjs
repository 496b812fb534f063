import { openCurve } from './curves.mjs';
import { bell, smooth } from './profiles.mjs';
import { visitAlong } from './raster.mjs';

/**
 * Lays a tube or line over the body.
 * @param {import('./raster.mjs').Grid} grid the attenuation
 * @param {import('./curves.mjs').Point[]} course control points, from the outside to the tip
 * @param {{ half: number, wall: number, stripe: number }} device half its width in pixels, and what its wall and its
 *   radio-opaque stripe add
 * @returns {Uint8Array} its mask on the grid
 */
export function layDevice(grid, course, { half, wall, stripe }) {
  const mask = new Uint8Array(grid.data.length);
  visitAlong(grid, openCurve(course), half + 2, (index, side, along) => {
    const end = smooth(1, 0.995, along);
    const shell = bell(Math.abs(side) - half + 0.7, 0.8) + 0.3 * smooth(half, half - 1, Math.abs(side));
    grid.data[index] += (wall * shell + stripe * bell(side - half * 0.3, 0.9)) * end;
    if (Math.abs(side) <= half + 0.3) mask[index] = 1;
  });
  return mask;
}

/**
 * A fold of skin: density that rises slowly towards an edge and falls off at once behind it. Lung markings go on
 * beyond it, and it runs on beyond the ribs.
 * @param {import('./raster.mjs').Grid} grid the attenuation
 * @param {import('./curves.mjs').Point[]} edge control points from above; the density is to the patient's left of it
 */
export function layFold(grid, edge) {
  visitAlong(grid, openCurve(edge), 46, (index, side, along) => {
    const ends = smooth(0, 0.12, along) * smooth(1, 0.85, along);
    if (side < 0.6) grid.data[index] += 0.085 * ends * smooth(-46, 0, side) ** 1.5 * smooth(0.6, -0.4, side);
  });
}

/** The lead letter L that the radiographer puts at the patient's left. */
export function layMarker({ data, width, scale }) {
  const bars = [
    { left: 592, right: 597, top: 44, bottom: 76 },
    { left: 592, right: 611, top: 71, bottom: 76 },
  ];
  for (let i = 0; i < data.length; i += 1) {
    const x = ((i % width) + 0.5) / scale;
    const y = (Math.floor(i / width) + 0.5) / scale;
    if (bars.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)) data[i] += 1.1;
  }
}
