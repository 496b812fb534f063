import type { Values } from '../../../../server/src/annotations/images/picture';
import type { PlaneCut } from './planes';

/** The size of a grid of voxels, and how many values each has. */
export interface GridSize {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly channels: number;
}

/**
 * The values of one plane, row by row. `sliceAt` gives a slice as it is stored, by its number from 0; slices that do not
 * belong to the plane are not asked for. The plane shares memory with its slice where it is one.
 */
export function cutPlane<T extends Values>(
  grid: GridSize,
  sliceAt: (slice: number) => T,
  cut: PlaneCut,
  index: number,
): T {
  const sizes = [grid.width, grid.height, grid.depth] as const;
  const { across, down, through } = cut;
  const [width, height] = [sizes[across], sizes[down]];
  const x: Walk = cut.acrossReversed ? { from: width - 1, step: -1 } : { from: 0, step: 1 };
  const y: Walk = cut.downReversed ? { from: height - 1, step: -1 } : { from: 0, step: 1 };
  const steps = [grid.channels, grid.width * grid.channels, 0] as const;
  if (through === 2) {
    const slice = sliceAt(index);
    if (across === 0 && x.step === 1 && y.step === 1) return slice;
    const out = emptyLike(slice, width * height * grid.channels);
    for (let row = 0; row < height; row++) {
      const from = (y.from + row * y.step) * steps[down] + x.from * steps[across];
      copyLine(
        slice,
        from,
        x.step * steps[across],
        out,
        row * width * grid.channels,
        grid.channels,
        width,
        grid.channels,
      );
    }
    return out;
  }
  const fixed = index * steps[through];
  let out: T | undefined;
  const lines = down === 2 ? height : width;
  for (let line = 0; line < lines; line++) {
    const walk = down === 2 ? y : x;
    const slice = sliceAt(walk.from + line * walk.step);
    out ??= emptyLike(slice, width * height * grid.channels);
    const along = down === 2 ? x : y;
    const step = steps[down === 2 ? across : down];
    const from = fixed + along.from * step;
    const [to, toStep] = down === 2 ? [line * width, 1] : [line, width];
    const count = down === 2 ? width : height;
    copyLine(slice, from, along.step * step, out, to * grid.channels, toStep * grid.channels, count, grid.channels);
  }
  return out!;
}

interface Walk {
  readonly from: number;
  readonly step: 1 | -1;
}

function emptyLike<T extends Values>(values: T, size: number): T {
  return new (values.constructor as new (size: number) => T)(size);
}

function copyLine(
  source: Values,
  from: number,
  step: number,
  out: Values,
  to: number,
  toStep: number,
  count: number,
  channels: number,
): void {
  if (channels === 1) {
    for (let i = 0, a = from, b = to; i < count; i++, a += step, b += toStep) out[b] = source[a]!;
    return;
  }
  for (let i = 0, a = from, b = to; i < count; i++, a += step, b += toStep) {
    for (let c = 0; c < channels; c++) out[b + c] = source[a + c]!;
  }
}
