import { type Affine, isPlacement, type Vector } from './geometry';

/** mm in the unit of a code of `xyzt_units`. */
const millimetres: ReadonlyMap<number, number> = new Map([
  [1, 1000],
  [3, 0.001],
]);

/**
 * Where the voxels lie: by the sform when there is one, else by the qform, as most readers do; else `placed` is false and
 * only the spacing counts, the columns going to the left of the patient. NIfTI points to right and front; the result does not.
 */
export function niftiPlacement(
  view: DataView,
  version: 1 | 2,
  littleEndian: boolean,
  dims: readonly number[],
): { affine: Affine; placed: boolean } {
  const first = version === 1;
  const float = (at: number) => (first ? view.getFloat32(at, littleEndian) : view.getFloat64(at, littleEndian));
  const floats = (at: number, count: number) =>
    Array.from({ length: count }, (_, i) => float(at + i * (first ? 4 : 8)));
  const int = (at: number) => (first ? view.getInt16(at, littleEndian) : view.getInt32(at, littleEndian));
  const units = (first ? view.getUint8(123) : view.getInt32(500, littleEndian)) & 7;
  const unit = millimetres.get(units) ?? 1;
  const pixdim = floats(first ? 76 : 104, 4);
  const steps = [1, 2, 3]
    .map((i) => Math.abs(pixdim[i]!))
    .map((step) => (step > 0 && Number.isFinite(step) ? step : 1));
  const [dx, dy, dz] = steps as [number, number, number];

  const candidates: Affine[] = [];
  if (int(first ? 254 : 348) > 0) candidates.push(ofRows(floats(first ? 280 : 400, 12), unit));
  if (int(first ? 252 : 344) > 0) {
    const rotation = ofQuaternion(floats(first ? 256 : 352, 3));
    const qfac = pixdim[0]! < 0 ? -1 : 1;
    const rows = rotation.flatMap(([a, b, c], row) => [
      a * dx,
      b * dy,
      c * dz * qfac,
      float((first ? 268 : 376) + row * (first ? 4 : 8)),
    ]);
    candidates.push(ofRows(rows, unit));
  }
  const affine = candidates.find(isPlacement);
  if (affine) return { affine, placed: true };
  const centre = [dx, dy, dz].map((step, i) => (-step * (Math.max(1, dims[i + 1] ?? 1) - 1)) / 2);
  return {
    affine: ofRows([dx, 0, 0, centre[0]!, 0, dy, 0, centre[1]!, 0, 0, dz, centre[2]!], unit),
    placed: false,
  };
}

/** Three rows of four, towards right, front and top. */
function ofRows(rows: readonly number[], unit: number): Affine {
  const column = (i: number): Vector => [0 - rows[i]! * unit, 0 - rows[i + 4]! * unit, rows[i + 8]! * unit];
  return { columns: column(0), rows: column(1), slices: column(2), origin: column(3) };
}

function ofQuaternion([b = 0, c = 0, d = 0]: readonly number[]): readonly Vector[] {
  // Rounding may make the three parts longer than 1.
  const rest = 1 - (b * b + c * c + d * d);
  const norm = rest < 0 ? Math.sqrt(b * b + c * c + d * d) : 1;
  [b, c, d] = [b / norm, c / norm, d / norm];
  const a = rest < 0 ? 0 : Math.sqrt(rest);
  return [
    [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
    [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
    [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c],
  ];
}
