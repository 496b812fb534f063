/** A point in pixels of the image: x to the right, y down, origin at the upper left corner of the upper left pixel. */
export type Point = readonly [x: number, y: number];

/** A mask as runs: lengths of 0s and 1s in turn, 0s first, column by column (as COCO counts). */
export interface RunLengthMask {
  readonly width: number;
  readonly height: number;
  readonly counts: readonly number[];
}

/** A shape in pixels. A polygon has one or more rings, filled together. Key points have no place when not labelled. */
export type Shape =
  | { readonly type: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly type: 'polygon'; readonly rings: readonly (readonly Point[])[] }
  | { readonly type: 'mask'; readonly mask: RunLengthMask }
  | { readonly type: 'keypoints'; readonly points: readonly KeyPoint[] }
  | { readonly type: 'classification' };

export interface KeyPoint {
  readonly name: string;
  readonly at?: Point;
  readonly visible: boolean;
}

/** One annotation on an image, in the words of the file it comes from. */
export interface Annotation {
  readonly id: string;
  /** The label as the file names it; matched to the guideline's labels by {@link LabelKey}. */
  readonly label: LabelKey;
  readonly shape: Shape;
  readonly attributes: ReadonlyMap<string, string | number | boolean>;
}

/** What a file says of a label. */
export interface LabelKey {
  readonly name: string;
  /** The number it has in the file, if it has one. */
  readonly number?: number;
}

/** The annotations of one image. Width and height in pixels, as the file says. */
export interface AnnotatedImage {
  readonly fileName: string;
  readonly width?: number;
  readonly height?: number;
  readonly annotations: readonly Annotation[];
}

/** What a reader of a format gives: images with annotations, and what could not be read, in sentences. */
export interface AnnotationFile {
  /** The format's name: `COCO`. */
  readonly format: string;
  readonly images: readonly AnnotatedImage[];
  readonly problems: readonly string[];
}
