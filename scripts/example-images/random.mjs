/**
 * A seeded generator of pseudo-random numbers (mulberry32), so that every run draws the same picture.
 * @param {number} seed any integer
 * @returns {{ uniform(low?: number, high?: number): number, normal(): number }} `uniform` is in [low, high), by default
 *   [0, 1); `normal` has mean 0 and standard deviation 1
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * next(),
    // Sums of uniforms are plain arithmetic: the same on every machine, which logarithms and cosines need not be.
    normal: () => (next() + next() + next() + next() + next() + next() - 3) * Math.SQRT2,
  };
}
