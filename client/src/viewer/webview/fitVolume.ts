import type { MaskVolume } from '../../../../server/src/annotations/annotation';
import type { Affine, Plane, Vector } from '../../../../server/src/annotations/images/geometry';
import {
  add,
  cross,
  dot,
  length,
  normalOf,
  planeAt,
  subtract,
  toPatient,
} from '../../../../server/src/annotations/images/geometry';
import type { PictureInfo } from './planes';

/**
 * A mask on the voxels of a picture, with as many slices as it has. By their places in the patient where both have one, so
 * that slices in another order, missing, or turned the other way still lie where they belong; else slice by slice.
 * A sentence when it does not fit.
 */
export function fitVolume(volume: MaskVolume, picture: PictureInfo): MaskVolume | string {
  const sameSize = volume.width === picture.width && volume.height === picture.height;
  const own = planesOfVolume(volume);
  const theirs = planesOfPicture(picture);
  const slices =
    own && theirs && sameSize ? own.map((plane) => theirs.findIndex((other) => samePlane(plane, other))) : [];
  if (slices.length && !slices.includes(-1)) return rearranged(volume, picture, slices);
  if (volume.toPatient && picture.toPatient) return resampled(volume, volume.toPatient, picture, picture.toPatient);
  if (slices.some((slice) => slice >= 0)) return rearranged(volume, picture, slices);
  if (slices.length && picture.depth > 1) return 'The mask lies elsewhere in the patient than the image.';
  if (sameSize && volume.depth === picture.depth) return volume;
  return `The mask has ${sizeText(volume)} voxels, the image ${sizeText(picture)}: they do not belong together.`;
}

function sizeText({ width, height, depth }: { width: number; height: number; depth: number }): string {
  return `${width} × ${height} × ${depth}`;
}

function planesOfVolume({ planes, toPatient: affine, depth }: MaskVolume): readonly Plane[] | undefined {
  return planes ?? (affine && Array.from({ length: depth }, (_, slice) => planeAt(affine, slice)));
}

function planesOfPicture({ planes, toPatient: affine, depth }: PictureInfo): readonly Plane[] | undefined {
  return planes ?? (affine && Array.from({ length: depth }, (_, slice) => planeAt(affine, slice)));
}

/** The same pixels, to a tenth of their size. */
function samePlane(a: Plane, b: Plane): boolean {
  const pixel = Math.min(length(a.columns), length(a.rows));
  const near = (u: Vector, v: Vector, by: number) => length(subtract(u, v)) <= by;
  return (
    near(a.columns, b.columns, pixel * 1e-3) &&
    near(a.rows, b.rows, pixel * 1e-3) &&
    Math.abs(dot(subtract(a.origin, b.origin), normalOf(b))) <= 0.1 &&
    near(a.origin, b.origin, Math.max(0.1, pixel * 0.1))
  );
}

/** Each slice of the mask on the one of the picture that lies where it does; −1: on none. */
function rearranged(volume: MaskVolume, picture: PictureInfo, slices: readonly number[]): MaskVolume {
  const inPlace = slices.length === picture.depth && slices.every((slice, i) => slice === i);
  if (inPlace) return volume;
  const out = emptyOn(volume, picture);
  const size = volume.width * volume.height;
  slices.forEach((slice, i) => {
    if (slice >= 0) out.values.set(volume.values.subarray(i * size, (i + 1) * size), slice * size);
  });
  return out;
}

function emptyOn({ values, whole }: MaskVolume, { width, height, depth }: PictureInfo): MaskVolume {
  const make = values.constructor as new (size: number) => MaskVolume['values'];
  return { width, height, depth, values: new make(width * height * depth), ...(whole === undefined ? {} : { whole }) };
}

/** Each voxel of the picture takes the mask's voxel that its middle lies in. */
function resampled(volume: MaskVolume, from: Affine, picture: PictureInfo, to: Affine): MaskVolume {
  const out = emptyOn(volume, picture);
  const start = toVoxels(from, toPatient(to, 0, 0, 0));
  const step = [to.columns, to.rows, to.slices].map((vector) =>
    subtract(toVoxels(from, add(to.origin, vector)), start),
  );
  const [dx, dy, dz] = step as [Vector, Vector, Vector];
  const { width, height, depth, values } = volume;
  for (let z = 0, at = 0; z < picture.depth; z++) {
    for (let y = 0; y < picture.height; y++) {
      let u = start[0] + y * dy[0] + z * dz[0];
      let v = start[1] + y * dy[1] + z * dz[1];
      let w = start[2] + y * dy[2] + z * dz[2];
      for (let x = 0; x < picture.width; x++, at++, u += dx[0], v += dx[1], w += dx[2]) {
        const [i, j, k] = [Math.round(u), Math.round(v), Math.round(w)];
        if (i < 0 || j < 0 || k < 0 || i >= width || j >= height || k >= depth) continue;
        out.values[at] = values[i + width * (j + height * k)]!;
      }
    }
  }
  return out;
}

/** The voxel at a point of the patient: the inverse of {@link toPatient}. */
function toVoxels({ columns, rows, slices, origin }: Affine, point: Vector): Vector {
  const away = subtract(point, origin);
  const volume = dot(cross(columns, rows), slices);
  return [
    dot(cross(rows, slices), away) / volume,
    dot(cross(slices, columns), away) / volume,
    dot(cross(columns, rows), away) / volume,
  ];
}
