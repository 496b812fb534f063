import type { Affine, Plane } from './images/geometry';

/** A point in pixels of the image: x to the right, y down, origin at the upper left corner of the upper left pixel. */
export type Point = readonly [x: number, y: number];

/** A mask as runs: lengths of 0s and 1s in turn, 0s first, column by column (as COCO counts). */
export interface RunLengthMask {
  readonly width: number;
  readonly height: number;
  readonly counts: readonly number[];
}

/**
 * The voxels of a stack of slices, shared by the annotations marked in it. The voxel in column x, row y, slice z, each
 * from 0, is `values[x + width * (y + height * z)]`. Several volumes of one file may overlap.
 */
export interface MaskVolume {
  readonly width: number;
  readonly height: number;
  /** Slices, in order along the stack. */
  readonly depth: number;
  readonly values: Uint8Array | Uint16Array | Uint32Array;
  /** The value of a voxel that is wholly marked, where values are fractions. All of the volume is one annotation then. */
  readonly whole?: number;
  /** Where each slice lies in the patient; nothing where the file does not say. */
  readonly planes?: readonly Plane[];
  /** From (column, row, slice) to the patient. Nothing where slices do not follow at one distance. */
  readonly toPatient?: Affine;
  /** SOP instance UIDs of the images that the slices were marked on, as far as they are known. */
  readonly images?: readonly (string | undefined)[];
}

/**
 * A shape in pixels. Turns are in degrees, clockwise, about the middle. A polygon has one or more rings, filled together
 * by the even-odd rule. Key points have no place when not labelled. A volume is the voxels of `value`, or where the
 * volume holds fractions, all that are not 0.
 */
export type Shape =
  | {
      readonly type: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rotation?: number;
    }
  | {
      readonly type: 'ellipse';
      readonly center: Point;
      readonly radii: readonly [x: number, y: number];
      readonly rotation?: number;
    }
  | { readonly type: 'polygon'; readonly rings: readonly (readonly Point[])[] }
  | { readonly type: 'polyline'; readonly points: readonly Point[] }
  | { readonly type: 'point'; readonly at: Point }
  | { readonly type: 'mask'; readonly mask: RunLengthMask }
  | { readonly type: 'volume'; readonly volume: MaskVolume; readonly value: number }
  | {
      readonly type: 'keypoints';
      readonly points: readonly KeyPoint[];
      /** Pairs of points that lines join, by their place in `points` from 0, as the file has it. */
      readonly skeleton?: readonly (readonly [number, number])[];
    }
  | { readonly type: 'classification' };

export interface KeyPoint {
  readonly name: string;
  readonly at?: Point;
  readonly visible: boolean;
}

export type AttributeValue = string | number | boolean;

/**
 * Where an annotation stands in the text of its file: UTF-16 units from 0, the end exclusive; or in JSON the keys and
 * indexes that lead to it. `sourceRange` gives the range of either.
 */
export type Source = { readonly start: number; readonly end: number } | { readonly path: readonly (string | number)[] };

/** One annotation on an image, in the words of the file it comes from. */
export interface Annotation {
  readonly id: string;
  /** The label as the file names it; matched to the guideline's labels by {@link LabelKey}. */
  readonly label: LabelKey;
  readonly shape: Shape;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** The frame of a video, or slice of a stack, that it is on, from 0. */
  readonly frame?: number;
  /** Who made it, as the file names them. */
  readonly reader?: string;
  readonly source?: Source;
}

/** What a file says of a label. */
export interface LabelKey {
  readonly name: string;
  /** The number it has in the file, if it has one: a category's id, a value in a mask. */
  readonly number?: number;
  /** Codes of what it is: `SCT:39607008`. */
  readonly codes?: readonly string[];
}

/** The annotations of one image, video or stack. Width and height in pixels, as the file says. */
export interface AnnotatedImage {
  /** Empty where the file does not name its image. */
  readonly fileName: string;
  readonly width?: number;
  readonly height?: number;
  /** Whether places are parts of the image's width and height, because the file is silent about its size. */
  readonly isRelative?: boolean;
  readonly annotations: readonly Annotation[];
}

/** What a reader of a format gives: images with annotations, and what could not be read, in sentences. */
export interface AnnotationFile {
  /** The format, and which kind of it, in words: `COCO`, `DICOM SEG, fractional`, `label mask, PNG, indexed, 8 bit`. */
  readonly format: string;
  readonly images: readonly AnnotatedImage[];
  readonly problems: readonly string[];
  /** Where problems stand in the file, by their sentences; nothing for those that speak of all of it. */
  readonly places?: ReadonlyMap<string, Source>;
}
