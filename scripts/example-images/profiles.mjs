import { blur } from './raster.mjs';

/** From 0 at `low` to 1 at `high`, without corners; `low` may be the greater of the two. */
export function smooth(low, high, value) {
  const t = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Thickness of a rounded body at `distance` pixels inside its edge: 0 at the edge, 1 where it is `depth` deep. */
export function dome(distance, depth) {
  return distance <= 0 ? 0 : Math.sqrt(1 - (1 - Math.min(1, distance / depth)) ** 2);
}

/** A tube of bone from the side, marrow between two brighter cortices; `u` is 0 in the middle, ±1 at the surface. */
export function tube(u) {
  if (Math.abs(u) >= 1) return 0;
  return 0.62 * Math.sqrt(1 - u * u) + 0.5 * Math.exp(-(((Math.abs(u) - 0.8) / 0.17) ** 2));
}

/** A bell of height 1 at 0 and width `sigma`. */
export const bell = (value, sigma) => Math.exp(-((value / sigma) ** 2));

/** Seeded clouds of a coarseness of `sigma` pixels, mean 0 and standard deviation about 1. */
export function clouds(grid, random, sigma) {
  const raw = Float32Array.from({ length: grid.data.length }, () => random.normal());
  const gain = 3.5 * sigma * grid.scale;
  return blur(raw, grid, sigma).map((value) => value * gain);
}
