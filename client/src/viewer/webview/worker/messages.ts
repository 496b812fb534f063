import type { AnnotationFile } from '../../../../../server/src/annotations/annotation';
import type { Frame, WasmCodec } from '../../../../../server/src/annotations/images/picture';
import type { PictureInfo, PlaneCut } from '../planes';

/** What a page and its workers (without files or network) say to each other. */

/** A file that the page reads for a worker. */
export interface FileInfo {
  /** By which the worker asks for its bytes. */
  readonly id: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** The worker lacks a decoder for this picture: it is to be opened in the one that has all of them. */
export type Elsewhere = 'elsewhere';

/** What the page asks of a worker that opens pictures, with its answers. */
export interface PictureAsks {
  /** Opens a picture: a file, or the files of a DICOM series. `picture` is its name from now on. */
  readonly open: {
    readonly ask: { readonly picture: number; readonly files: readonly FileInfo[] };
    readonly answer: PictureInfo | Elsewhere;
  };
  /** One plane, row by row. */
  readonly plane: {
    readonly ask: { readonly picture: number; readonly cut: PlaneCut; readonly index: number; readonly time: number };
    readonly answer: Frame | Elsewhere;
  };
  readonly close: { readonly ask: { readonly picture: number }; readonly answer: undefined };
}

/** What the page asks of the worker that reads annotations. */
export interface AnnotationAsks {
  /** The annotations of a file, as they lie on a picture; nothing when its format is not known. */
  readonly annotations: {
    readonly ask: { readonly file: FileInfo; readonly picture?: PictureInfo };
    readonly answer: FittedAnnotations | undefined;
  };
}

/** Annotations whose volumes lie on the voxels of the picture. */
export interface FittedAnnotations {
  readonly file: AnnotationFile;
  /** The slice on which most is marked, from 0. */
  readonly busiest?: number;
}

/** What a worker needs of the page, with its answers. */
export interface Needs {
  readonly bytes: {
    readonly ask: { readonly file: number; readonly from: number; readonly to: number };
    readonly answer: Uint8Array;
  };
  readonly wasm: { readonly ask: { readonly codec: WasmCodec }; readonly answer: Uint8Array };
  /** All bytes of a file beside another, by its path from there; nothing when it is not there. */
  readonly beside: {
    readonly ask: { readonly file: number; readonly path: string };
    readonly answer: Uint8Array | undefined;
  };
}

/** How all of it travels: each side counts its own questions. */
export type Envelope<T> =
  | { readonly [K in keyof T]: { readonly id: number; readonly type: K; readonly ask: AskOf<T, K> } }[keyof T]
  | { readonly id: number; readonly answer: unknown }
  /** A sentence for the user. */
  | { readonly id: number; readonly error: string };

export type AskOf<T, K extends keyof T> = T[K] extends { readonly ask: infer A } ? A : never;
export type AnswerOf<T, K extends keyof T> = T[K] extends { readonly answer: infer A } ? A : never;
