import type { Affine, Plane } from './geometry';

/** The values of one frame or slice, row by row from the top left. */
export type Values =
  Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** What one frame or slice holds. A value `v` of a grey frame means `v × slope + intercept` in the unit of the picture. */
export interface Frame {
  /** `channels` values a pixel, side by side. */
  readonly values: Values;
  readonly slope: number;
  readonly intercept: number;
}

/** A range of grey values to be shown, in the unit of the picture. */
export interface GreyWindow {
  readonly name?: string;
  readonly center: number;
  /** More than 0. */
  readonly width: number;
}

/**
 * An image that was opened: one picture, the frames of a film, or the slices of a volume, which are read when they are
 * asked for. Columns, rows, slices and times count from 0; the first pixel is the top left one of the first slice.
 */
export interface Picture {
  /** In words: `PNG`, `DICOM, JPEG-LS`. */
  readonly format: string;
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Slices of a volume, or frames of a film; 1 where there is one picture. */
  readonly depth: number;
  /** How often the same slices follow one another; mostly 1. */
  readonly times: number;
  /** Of a segmentation, whose slices are there once for each segment: the names of these, which `times` counts. */
  readonly segments?: readonly string[];
  /** 1: grey; 3: red, green, blue; 4: and opacity. Colours are bytes. */
  readonly channels: 1 | 3 | 4;
  /** Whether low values are shown bright (MONOCHROME1). */
  readonly inverted: boolean;
  /** The kind of image as a DICOM code, when the file says so: `CT`. */
  readonly modality?: string;
  /** What grey values mean, when the file says so: `HU`. */
  readonly unit?: string;
  /** From the centre of a pixel to the next, in mm; `z` between slices. Absent where the file does not say it. */
  readonly spacing?: { readonly x: number; readonly y: number; readonly z?: number };
  /**
   * From (column, row, slice) to mm in the patient, towards left, posterior, superior. Absent where it is not known, and
   * where slices do not follow at one distance: what cuts through them would be wrong then.
   */
  readonly toPatient?: Affine;
  /** Where each slice lies; also where they follow at no one distance. */
  readonly planes?: readonly Plane[];
  /** The windows that the file asks for, first the default. */
  readonly windows: readonly GreyWindow[];
  /** What the reader should know of this file, in sentences: slices that are missing, a turn that could not be told. */
  readonly notes: readonly string[];
  /** Reads one slice or frame. Rejects with {@link UnreadableImage}, as opening does. */
  read(slice: number, time?: number): Promise<Frame>;
}

/** What is read at most, so that a small file cannot fill the memory. */
export interface Limits {
  /** Bytes of what is unpacked in one piece: a compressed volume, a decoded frame. */
  readonly unpacked: number;
}

export const defaultLimits: Limits = { unpacked: 2 ** 30 };

/** Decoders that are loaded only when a file needs them, as WebAssembly. */
export type WasmCodec = 'openjpeg' | 'charls' | 'openjph';

/** Pixels as a browser decodes them: 4 bytes a pixel, turned as the file asks. */
export interface NativePixels {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Gives the bytes of a decoder. */
export type LoadWasm = (codec: WasmCodec) => Promise<Uint8Array>;

/** What readers need of the place where they run. */
export interface ImageServices {
  readonly limits: Limits;
  readonly loadWasm: LoadWasm;
  /** Decodes a file by the means of the browser; absent outside one. Rejects when the browser cannot. */
  readonly decodeNatively?: (bytes: Uint8Array, type: string) => Promise<NativePixels>;
}

/** Properties of a picture that is alone and has no place in a patient. */
export const plain = { depth: 1, times: 1, inverted: false, windows: [], notes: [] } as const;
