import { describe, expect, it } from 'vitest';
import { paintMask } from '../../../client/src/viewer/webview/maskPixels';

const red = { color: [255, 0, 0], fill: 0.5, line: 1 } as const;
const blue = { color: [0, 0, 255], fill: 0.5, line: 0.5 } as const;

/** Each pixel as `rrggbbaa`. */
function painted(out: Uint32Array): string[] {
  const bytes = new Uint8Array(out.buffer);
  return [...out].map((_, i) =>
    [...bytes.subarray(i * 4, i * 4 + 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  );
}

describe('a painted mask', () => {
  it('has an area and an edge, and nothing where it is 0 or has no style', () => {
    const values = Uint8Array.from([0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 2]);
    const out = new Uint32Array(15);
    paintMask({ values, width: 5, height: 3 }, (value) => (value === 1 ? red : undefined), out);
    const [edge, area, none] = ['ff0000ff', 'ff000080', '00000000'];
    expect(painted(out)).toEqual([
      ...[none, edge, edge, edge, none],
      ...[none, edge, area, edge, none],
      ...[none, edge, edge, edge, none],
    ]);
  });

  it('lies over what was painted before', () => {
    const out = new Uint32Array(1);
    const values = Uint8Array.from([1]);
    paintMask({ values, width: 1, height: 1 }, () => red, out);
    paintMask({ values, width: 1, height: 1 }, () => blue, out);
    expect(painted(out)).toEqual(['7f0080ff']);
  });

  it('is as opaque as its fractions', () => {
    const out = new Uint32Array(3);
    paintMask({ values: Uint8Array.from([0, 100, 200]), width: 3, height: 1, whole: 200 }, () => red, out);
    expect(painted(out)).toEqual(['00000000', 'ff000040', 'ff000080']);
  });

  it('takes values of 32 bits', () => {
    const out = new Uint32Array(2);
    paintMask(
      { values: Uint32Array.from([70000, 0]), width: 2, height: 1 },
      (value) => (value === 70000 ? red : blue),
      out,
    );
    expect(painted(out)).toEqual(['ff0000ff', '00000000']);
  });
});
