import { averageDown, blur } from './raster.mjs';
import { createRandom } from './random.mjs';

/** The film's curve: grey from 0 (black, much radiation) to 1 (white) for an attenuation. */
const tone = (value) => 1 / (1 + Math.exp(-(value - 0.56) * 5.2));

/**
 * Makes a film of the attenuation: averages down, lifts local contrast as digital radiography does, applies the tone
 * curve, and adds the grain of a quantum-limited detector.
 * @param {import('./raster.mjs').Grid} attenuation
 * @param {number} seed
 * @returns {{ width: number, height: number, data: Uint8Array }} one byte a pixel, row by row
 */
export function develop(attenuation, seed) {
  const small = averageDown(attenuation);
  const wide = blur(small.data, small, 24);
  const fine = blur(small.data, small, 2);
  const random = createRandom(seed);
  const grain = blur(
    Float32Array.from({ length: small.data.length }, () => random.normal()),
    small,
    0.8,
  );
  const data = new Uint8Array(small.data.length);
  small.data.forEach((value, i) => {
    const lifted = value + 0.35 * (value - wide[i]) + 0.3 * (value - fine[i]);
    const grey = 0.015 + 0.955 * tone(lifted);
    data[i] = Math.round(Math.max(0, Math.min(1, grey + grain[i] * (0.006 + 0.01 * grey))) * 255);
  });
  return { width: small.width, height: small.height, data };
}
