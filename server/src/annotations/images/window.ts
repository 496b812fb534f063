import type { Frame, GreyWindow, Values } from './picture';

/** So many values tell the percentiles of a frame well enough. */
const enough = 200_000;

/**
 * The window from the 1st to the 99th percentile of the values of a grey frame, in the unit of the picture. Values that
 * are no numbers do not count.
 */
export function percentileWindow({ values, slope, intercept }: Frame): GreyWindow {
  const sample = sampleOf(values);
  if (sample.length === 0) return { center: intercept, width: 1 };
  const at = (share: number) => sample[Math.round(share * (sample.length - 1))]! * slope + intercept;
  let [low, high] = [at(0.01), at(0.99)];
  // A small thing before a plain background.
  if (low === high) [low, high] = [at(0), at(1)];
  return { center: (low + high) / 2, width: Math.abs(high - low) || 1 };
}

function sampleOf(values: Values): Float64Array {
  const stride = Math.max(1, Math.floor(values.length / enough));
  const sample = new Float64Array(Math.ceil(values.length / stride));
  let count = 0;
  for (let i = 0; i < values.length; i += stride) {
    const value = values[i]!;
    if (Number.isFinite(value)) sample[count++] = value;
  }
  return sample.subarray(0, count).sort();
}
