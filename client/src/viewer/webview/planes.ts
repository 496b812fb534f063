import type { Point } from '../../../../server/src/annotations/annotation';
import { axesOf, length, orientationLetters, scale } from '../../../../server/src/annotations/images/geometry';
import type { Picture } from '../../../../server/src/annotations/images/picture';

/** A picture without its pixels: what is known of it once it was opened. */
export type PictureInfo = Omit<Picture, 'read'>;

/** An axis of voxels: 0 along columns, 1 along rows, 2 through the slices. */
export type VoxelAxis = 0 | 1 | 2;

/** A place among voxels: column, row, slice, from 0. */
export type Voxel = readonly [column: number, row: number, slice: number];

/** How a plane is cut out of voxels: which axis runs to the right, which one down, and whether against its direction. */
export interface PlaneCut {
  readonly across: VoxelAxis;
  readonly down: VoxelAxis;
  readonly through: VoxelAxis;
  readonly acrossReversed: boolean;
  readonly downReversed: boolean;
}

/** A stack of planes that can be looked at. Its pixels count from the upper left, from 0. */
export interface PlaneView extends PlaneCut {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** How many planes there are. */
  readonly depth: number;
  /** Size of a pixel, in mm where `measured`, else in relation to its width. */
  readonly pixel: { readonly x: number; readonly y: number };
  readonly measured: boolean;
  /** The sides of the patient, as letters; absent where they are not known. */
  readonly letters?: { readonly left: string; readonly right: string; readonly top: string; readonly bottom: string };
}

/** The anatomical planes as radiologists look at them: axes from right, anterior, inferior on, reversed where superior is up. */
const anatomical = [
  { name: 'Axial', across: 0, down: 1, upright: false },
  { name: 'Coronal', across: 0, down: 2, upright: true },
  { name: 'Sagittal', across: 1, down: 2, upright: true },
] as const;

/**
 * The planes of a picture, first that of its slices as they are stored. Where its place in the patient is known, all planes
 * lie as radiologists look at them; otherwise there is one, as it is stored.
 */
export function planesOf(info: PictureInfo): readonly [PlaneView, ...PlaneView[]] {
  const stored = storedPlane(info);
  const { toPatient } = info;
  if (!toPatient) return [stored];
  const axes = axesOf(toPatient);
  const axisAlong = (along: number) => axes.findIndex((axis) => axis.along === along) as VoxelAxis;
  const steps = [toPatient.columns, toPatient.rows, toPatient.slices] as const;
  const views = anatomical.map(({ name, across, down, upright }) => {
    const [x, y] = [axisAlong(across), axisAlong(down)];
    const cut: PlaneCut = {
      across: x,
      down: y,
      through: (3 - x - y) as VoxelAxis,
      acrossReversed: !axes[x].forward,
      downReversed: axes[y].forward === upright,
    };
    const [left, right] = orientationLetters(scale(steps[x], cut.acrossReversed ? -1 : 1));
    const [top, bottom] = orientationLetters(scale(steps[y], cut.downReversed ? -1 : 1));
    const pixel = { x: length(steps[x]), y: length(steps[y]) };
    return { ...sized(info, cut), name, pixel, measured: true, letters: { left, right, top, bottom } };
  });
  const first = views.find(({ through }) => through === 2) ?? stored;
  return info.depth === 1 ? [first] : [first, ...views.filter((view) => view !== first)];
}

/** The plane of the slices as they are stored. */
export function storedPlane(info: PictureInfo): PlaneView {
  const { spacing, depth } = info;
  const cut: PlaneCut = { across: 0, down: 1, through: 2, acrossReversed: false, downReversed: false };
  const pixel = spacing ?? { x: 1, y: 1 };
  return { ...sized(info, cut), name: depth > 1 ? 'Frames' : 'Picture', pixel, measured: spacing !== undefined };
}

function sized(info: PictureInfo, cut: PlaneCut): PlaneCut & Pick<PlaneView, 'width' | 'height' | 'depth'> {
  const sizes = [info.width, info.height, info.depth] as const;
  return { ...cut, width: sizes[cut.across], height: sizes[cut.down], depth: sizes[cut.through] };
}

/** The voxel below a pixel of a plane; `index` counts the planes from 0. Parts of pixels stay parts of voxels. */
export function toVoxel(plane: PlaneView, [x, y]: Point, index: number): Voxel {
  const voxel: [number, number, number] = [0, 0, 0];
  voxel[plane.across] = plane.acrossReversed ? plane.width - 1 - x : x;
  voxel[plane.down] = plane.downReversed ? plane.height - 1 - y : y;
  voxel[plane.through] = index;
  return voxel;
}

/** Where a voxel lies in its plane, in pixels: the inverse of {@link toVoxel}. */
export function toPlane(plane: PlaneView, voxel: Voxel): Point {
  const [x, y] = [voxel[plane.across], voxel[plane.down]];
  return [plane.acrossReversed ? plane.width - 1 - x : x, plane.downReversed ? plane.height - 1 - y : y];
}

/**
 * From points of the image as it is stored (origin at the corner of the first pixel) to points of a plane of its slices, as
 * the six numbers of a canvas transform: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
 */
export function imageToPlane(plane: PlaneView): readonly [number, number, number, number, number, number] {
  const [sx, sy] = [plane.acrossReversed ? -1 : 1, plane.downReversed ? -1 : 1];
  const [e, f] = [plane.acrossReversed ? plane.width : 0, plane.downReversed ? plane.height : 0];
  return plane.across === 0 ? [sx, 0, 0, sy, e, f] : [0, sy, sx, 0, e, f];
}

/** A point of the image as it is stored, below a point of a plane of its slices. */
export function planeToImage(plane: PlaneView, [x, y]: Point): Point {
  const u = plane.acrossReversed ? plane.width - x : x;
  const v = plane.downReversed ? plane.height - y : y;
  return plane.across === 0 ? [u, v] : [v, u];
}
