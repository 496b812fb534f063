import type { Frame, GreyWindow, Values } from './picture';

/** So many values tell the percentiles of a frame well enough. */
const enough = 200_000;

/**
 * The window from the 1st to the 99th percentile of the values of a grey frame, in the unit of the picture. Values that
 * are no numbers do not count.
 */
export function percentileWindow({ values, slope, intercept }: Frame): GreyWindow {
  const stored = valuesInOrder(values);
  if (!stored) return { center: intercept, width: 1 };
  const at = (share: number) => stored(share) * slope + intercept;
  let [low, high] = [at(0.01), at(0.99)];
  // A small thing before a plain background.
  if (low === high) [low, high] = [at(0), at(1)];
  return { center: (low + high) / 2, width: Math.abs(high - low) || 1 };
}

/** The value that a share of all values, from 0 to 1, do not exceed; nothing when there are none. */
type InOrder = (share: number) => number;

function valuesInOrder(values: Values): InOrder | undefined {
  const stride = Math.max(1, Math.floor(values.length / enough));
  return values.BYTES_PER_ELEMENT > 2 ? sorted(values, stride) : counted(values, stride);
}

/** Values of up to 16 bits are counted, which takes a tenth of the time of sorting. */
function counted(values: Values, stride: number): InOrder | undefined {
  const isSigned = values instanceof Int8Array || values instanceof Int16Array;
  const size = 2 ** (values.BYTES_PER_ELEMENT * 8);
  const lowest = isSigned ? -size / 2 : 0;
  const counts = new Uint32Array(size);
  let count = 0;
  for (let i = 0; i < values.length; i += stride, count++) counts[values[i]! - lowest]!++;
  if (count === 0) return undefined;
  return (share) => {
    let before = Math.round(share * (count - 1));
    let at = 0;
    while (before >= counts[at]!) before -= counts[at++]!;
    return at + lowest;
  };
}

function sorted(values: Values, stride: number): InOrder | undefined {
  const sample = new Float64Array(Math.ceil(values.length / stride));
  let count = 0;
  for (let i = 0; i < values.length; i += stride) {
    const value = values[i]!;
    if (Number.isFinite(value)) sample[count++] = value;
  }
  const inOrder = sample.subarray(0, count).sort();
  return count === 0 ? undefined : (share) => inOrder[Math.round(share * (count - 1))]!;
}
