import { describe, expect, it } from 'vitest';
import { boundsOfMask, decodeBitmap, decodeCounts, maskMistake } from '../../../server/src/annotations/rle';

/** COCO's compressed form, written after `rleToString` of its own C code. */
function encode(counts: readonly number[]): string {
  let text = '';
  for (const [i, count] of counts.entries()) {
    let value = i > 2 ? count - (counts[i - 2] ?? 0) : count;
    let more = true;
    while (more) {
      let group = value & 31;
      value >>= 5;
      more = group & 16 ? value !== -1 : value !== 0;
      if (more) group |= 32;
      text += String.fromCharCode(group + 48);
    }
  }
  return text;
}

describe('compressed run lengths', () => {
  it.each([
    [[]],
    [[0, 30]],
    [[6, 1, 40, 4, 5, 4, 5, 4, 21]],
    [[1, 31, 32, 33, 1023, 1024, 1025, 1, 0, 100000]],
    [[2147483647]],
  ])('read back %j', (counts) => {
    expect(decodeCounts(encode(counts))).toEqual(counts);
  });

  it('reads what another tool wrote', () => {
    expect(decodeCounts('04n0')).toEqual([0, 4, 30]);
  });

  it.each([['é'], ['P'], ['ooooooooooo'], ['0 1'], ['\0']])('refuses %j', (text) => {
    expect(decodeCounts(text)).toBeUndefined();
  });
});

describe('a mask', () => {
  // Columns of 3: the middle column, and the upper pixel of the third.
  const mask = { width: 4, height: 3, counts: [3, 4, 5] };

  it('is read column by column', () => {
    expect([...decodeBitmap(mask)]).toEqual([0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0]);
  });

  it('has bounds', () => {
    expect(boundsOfMask(mask)).toEqual({ x: 1, y: 0, width: 2, height: 3 });
    expect(boundsOfMask({ width: 4, height: 3, counts: [4, 1, 7] })).toEqual({ x: 1, y: 1, width: 1, height: 1 });
    expect(boundsOfMask({ width: 4, height: 3, counts: [12] })).toBeUndefined();
  });

  it.each([
    [mask, undefined],
    [{ width: 4, height: 3, counts: [3, 4] }, undefined],
    [{ width: 0, height: 3, counts: [] }, 'has no size'],
    [{ width: 1e9, height: 1e9, counts: [1] }, 'is too large (1000000000 × 1000000000 pixels)'],
    [{ width: 2, height: 2, counts: [1, -1] }, 'has a run of a length that is no whole number'],
    [{ width: 2, height: 2, counts: [1, 4] }, 'has more pixels (5) than its size allows (2 × 2)'],
  ])('%j: %s', (value, mistake) => {
    expect(maskMistake(value)).toBe(mistake);
  });
});
