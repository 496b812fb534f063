import { type Affine, dot, isPlacement, length, normalOf, type Plane, scale, subtract } from '../geometry';

/** Frames, or files, put in order: for each time the index of each slice, from 0. */
export interface Stack {
  readonly order: readonly (readonly number[])[];
  readonly planes: readonly Plane[];
  /** Absent where slices are missing, so that they do not follow at one distance. */
  readonly toPatient: Affine | undefined;
  readonly notes: readonly string[];
}

/** In mm: positions that are not farther apart are the same. */
export const samePlace = 0.01;

/**
 * Puts planes in the order in which they lie along their normal. Those at the same place follow one another in time, in the
 * order they are given. Nothing when they do not make a stack: a plane is missing or tilted, or places are taken a
 * different number of times. `step`: the distance of slices as stated, for a single one.
 */
export function stackOf(planes: readonly (Plane | undefined)[], step: number | undefined): Stack | undefined {
  const first = planes[0];
  if (!first || !planes.every((plane): plane is Plane => plane !== undefined && parallel(plane, first)))
    return undefined;
  const normal = normalOf(first);
  const heights = planes.map(({ origin }) => dot(origin, normal));
  const sorted = planes.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]! || a - b);
  const groups: number[][] = [];
  for (const i of sorted) {
    const group = groups.at(-1);
    if (group && heights[i]! - heights[group[0]!]! <= samePlace) group.push(i);
    else groups.push([i]);
  }
  const times = groups[0]!.length;
  if (!groups.every((group) => group.length === times)) return undefined;
  for (const group of groups) group.sort((a, b) => a - b);
  const order = Array.from({ length: times }, (_, time) => groups.map((group) => group[time]!));
  const stacked = order[0]!.map((i) => planes[i]!);
  const gaps = groups.slice(1).map((group, i) => heights[group[0]!]! - heights[groups[i]![0]!]!);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const even = gaps.every((gap) => Math.abs(gap - mean) <= Math.max(0.05, mean * 0.02));
  const notes = even
    ? []
    : ['The slices do not follow at one distance: some may be missing. Only these slices are shown.'];
  return { order, planes: stacked, toPatient: even ? affineOf(stacked, step) : undefined, notes };
}

function parallel(a: Plane, b: Plane): boolean {
  const close = (u: Plane['rows'], v: Plane['rows']) => length(subtract(u, v)) <= 1e-3 * length(v);
  return close(a.columns, b.columns) && close(a.rows, b.rows);
}

/** Slices of a tilted scanner are shifted against one another: the step goes from the first to the last. */
function affineOf(planes: readonly Plane[], step: number | undefined): Affine | undefined {
  const [first, last] = [planes[0]!, planes.at(-1)!];
  const slices =
    planes.length > 1
      ? scale(subtract(last.origin, first.origin), 1 / (planes.length - 1))
      : scale(normalOf(first), step !== undefined && step > 0 ? step : 1);
  const affine = { columns: first.columns, rows: first.rows, slices, origin: first.origin };
  return isPlacement(affine) ? affine : undefined;
}
