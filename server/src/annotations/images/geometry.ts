/** A point or direction in mm: towards left, posterior, superior. */
export type Vector = readonly [number, number, number];

/** Maps (column, row, slice) to a point: `origin + column × columns + row × rows + slice × slices`. */
export interface Affine {
  readonly columns: Vector;
  readonly rows: Vector;
  readonly slices: Vector;
  /** The centre of the first voxel. */
  readonly origin: Vector;
}

/** Where one slice lies: the centre of its first pixel, and the steps to the next column and row, in mm. */
export interface Plane {
  readonly origin: Vector;
  readonly columns: Vector;
  readonly rows: Vector;
}

export function add([a, b, c]: Vector, [d, e, f]: Vector): Vector {
  return [a + d, b + e, c + f];
}

export function scale([a, b, c]: Vector, by: number): Vector {
  return [a * by, b * by, c * by];
}

export function subtract(a: Vector, b: Vector): Vector {
  return add(a, scale(b, -1));
}

export function dot([a, b, c]: Vector, [d, e, f]: Vector): number {
  return a * d + b * e + c * f;
}

export function cross([a, b, c]: Vector, [d, e, f]: Vector): Vector {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

export function length(vector: Vector): number {
  return Math.hypot(...vector);
}

/** The plane of a slice of a volume. */
export function planeAt({ columns, rows, slices, origin }: Affine, slice: number): Plane {
  return { origin: add(origin, scale(slices, slice)), columns, rows };
}

/** The direction in which slices of a plane follow one another, 1 mm long. */
export function normalOf({ columns, rows }: Plane): Vector {
  const normal = cross(columns, rows);
  return scale(normal, 1 / length(normal));
}

/** The lengths of the steps, in mm. */
export function spacingOf({ columns, rows, slices }: Affine): { x: number; y: number; z: number } {
  return { x: length(columns), y: length(rows), z: length(slices) };
}

/** Where a voxel is in the patient, in mm. */
export function toPatient(
  { columns, rows, slices, origin }: Affine,
  column: number,
  row: number,
  slice: number,
): Vector {
  return add(origin, add(scale(columns, column), add(scale(rows, row), scale(slices, slice))));
}

/** Whether an affine can place voxels: all finite, and its steps span the space. */
export function isPlacement({ columns, rows, slices, origin }: Affine): boolean {
  const all = [...columns, ...rows, ...slices, ...origin];
  const volume = Math.abs(dot(cross(columns, rows), slices));
  const box = length(columns) * length(rows) * length(slices);
  return all.every(Number.isFinite) && box > 0 && volume > box * 1e-3;
}

/** An axis of voxels as it lies in the patient: which anatomical axis it runs along most, and to which side it grows. */
export interface Axis {
  /** 0: right–left, 1: anterior–posterior, 2: inferior–superior. */
  readonly along: 0 | 1 | 2;
  /** Whether it grows towards left, posterior, superior. */
  readonly forward: boolean;
}

/**
 * How the three axes of voxels (columns, rows, slices) lie in the patient. Each anatomical axis is given to the voxel axis
 * that follows it most, so that there are always three different ones, also in oblique images.
 */
export function axesOf({ columns, rows, slices }: Affine): readonly [Axis, Axis, Axis] {
  const directions = [columns, rows, slices].map((step) => scale(step, 1 / length(step)));
  const places = directions.flatMap((direction, axis) =>
    direction.map((part, along) => ({ axis, along: along as 0 | 1 | 2, part })),
  );
  places.sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  const axes: (Axis | undefined)[] = [undefined, undefined, undefined];
  for (const { axis, along, part } of places) {
    if (axes[axis] || axes.some((other) => other?.along === along)) continue;
    axes[axis] = { along, forward: part >= 0 };
  }
  return axes as [Axis, Axis, Axis];
}

const letters = [
  ['R', 'L'],
  ['A', 'P'],
  ['I', 'S'],
] as const;

/** The letters of the sides from which a direction comes and to which it goes, most first: `['R', 'L']`, `['RA', 'LP']`. */
export function orientationLetters(direction: Vector): readonly [from: string, to: string] {
  const size = length(direction);
  const parts = direction
    .map((part, along) => ({ part: part / size, along }))
    .filter(({ part }) => Math.abs(part) > 0.25)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part));
  const side = (towards: boolean) =>
    parts.map(({ part, along }) => letters[along]![part > 0 === towards ? 1 : 0]).join('');
  return [side(false), side(true)];
}
