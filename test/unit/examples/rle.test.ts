import { describe, expect, it } from 'vitest';
import { compressRuns, encodeRuns } from '../../../scripts/example-images/rle.mjs';

/** COCO's own way of reading the compressed text, written from its description and not from our writer. */
function readCompressed(text: string): number[] {
  const runs: number[] = [];
  let at = 0;
  while (at < text.length) {
    let value = 0;
    let shift = 0;
    let bits: number;
    do {
      bits = text.charCodeAt(at++) - 48;
      value += (bits & 0x1f) * 2 ** shift;
      shift += 5;
    } while (bits & 0x20);
    if (bits & 0x10) value -= 2 ** shift;
    runs.push(runs.length > 2 ? value + runs[runs.length - 2]! : value);
  }
  return runs;
}

describe('encodeRuns', () => {
  it('runs down the columns and begins with zeros', () => {
    // 0 1 1
    // 0 1 0
    expect(encodeRuns(Uint8Array.from([0, 1, 1, 0, 1, 0]), 3, 2)).toEqual([2, 3, 1]);
  });

  it('begins with an empty run where the first pixel is set', () => {
    expect(encodeRuns(Uint8Array.from([1, 0, 0, 0]), 2, 2)).toEqual([0, 1, 3]);
  });

  it('gives one run for an empty mask and two for a full one', () => {
    expect(encodeRuns(new Uint8Array(6), 2, 3)).toEqual([6]);
    expect(encodeRuns(new Uint8Array(6).fill(1), 2, 3)).toEqual([0, 6]);
  });
});

describe('compressRuns', () => {
  it('writes small runs as one character each', () => {
    expect(compressRuns([2, 3, 1])).toBe('231');
  });

  it('writes differences to the run two before from the fourth on, also negative ones', () => {
    // 7 - 3 = 4, 1 - 1 = 0, 5 - 7 = -2 (five bits: 11110)
    expect(compressRuns([2, 3, 1, 7, 1, 5])).toBe('23140N');
  });

  it('is read back by the rules of COCO, for runs of any length', () => {
    const runs = [0, 15, 16, 31, 32, 1000, 7, 491520, 3, 12, 1];
    expect(readCompressed(compressRuns(runs))).toEqual(runs);
  });
});
