import type { ByteSource } from './byteSource';
import type { NumberType } from './elements';
import { type Affine, isPlacement, spacingOf } from './geometry';
import { openGrid, unpackGrid } from './grid';
import { niftiPlacement } from './niftiPlacement';
import type { Frame, ImageServices, Picture, Values } from './picture';
import { unpackStart } from './unpack';
import { cutOff, UnreadableImage } from './unreadable';

/** What a voxel is: how its numbers are stored, and how many there are of them. */
interface VoxelType {
  readonly type: NumberType;
  readonly parts: 1 | 2 | 3 | 4;
}

const voxelTypes: ReadonlyMap<number, VoxelType> = new Map<number, VoxelType>([
  [2, { type: 'uint8', parts: 1 }],
  [4, { type: 'int16', parts: 1 }],
  [8, { type: 'int32', parts: 1 }],
  [16, { type: 'float32', parts: 1 }],
  [32, { type: 'float32', parts: 2 }],
  [64, { type: 'float64', parts: 1 }],
  [128, { type: 'uint8', parts: 3 }],
  [256, { type: 'int8', parts: 1 }],
  [512, { type: 'uint16', parts: 1 }],
  [768, { type: 'uint32', parts: 1 }],
  [1024, { type: 'int64', parts: 1 }],
  [1280, { type: 'uint64', parts: 1 }],
  [1792, { type: 'float64', parts: 2 }],
  [2304, { type: 'uint8', parts: 4 }],
]);

const otherTypes: ReadonlyMap<number, string> = new Map([
  [1, '1-bit'],
  [1536, '128-bit'],
  [2048, '256-bit complex'],
]);

interface Header {
  readonly littleEndian: boolean;
  /** Columns, rows, slices, and how often these follow one another. */
  readonly size: readonly [number, number, number, number];
  readonly voxel: VoxelType;
  readonly offset: number;
  readonly slope: number;
  readonly intercept: number;
  readonly range: readonly [number, number];
  readonly affine: Affine;
  readonly placed: boolean;
}

/** Whether a file, unpacked, begins as NIfTI-1 or NIfTI-2 do. */
export function isNifti(start: Uint8Array): boolean {
  return versionOf(start) !== undefined;
}

function versionOf(start: Uint8Array): { version: 1 | 2; littleEndian: boolean } | undefined {
  if (start.length < 8) return undefined;
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  for (const littleEndian of [true, false]) {
    const size = view.getInt32(0, littleEndian);
    if (size === 540 && view.getUint8(4) === 0x6e) return { version: 2, littleEndian };
    if (size === 348 && start.length >= 348 && view.getUint8(344) === 0x6e) return { version: 1, littleEndian };
  }
  return undefined;
}

/** Columns, rows and slices of a file whose first bytes, unpacked, are given. Throws {@link UnreadableImage}. */
export function niftiSize(start: Uint8Array): { width: number; height: number; depth: number } {
  const [width, height, depth] = readHeader(start).size;
  return { width, height, depth };
}

/** Opens a NIfTI file, of which only the slices that are shown are read; `packed` where it is in gzip. */
export async function openNifti(source: ByteSource, services: ImageServices, packed = false): Promise<Picture> {
  const start = packed ? await unpackStart(source, 'gzip', 544, 'NIfTI') : await source.read(0, 544);
  const header = readHeader(start);
  const [width, height, depth, times] = header.size;
  const { type, parts } = header.voxel;
  const grid = {
    format: 'NIfTI',
    type,
    littleEndian: header.littleEndian,
    perSlice: width * height * parts,
    slices: depth * times,
    offset: header.offset,
  };
  const readSlice = packed ? await unpackGrid(source, 0, grid, services) : openGrid(source, grid);
  const [low, high] = header.range;
  const notes = header.placed ? [] : ['This file does not say how it lies in the patient: left and right are a guess.'];
  if (parts === 2) notes.push('The voxels are complex numbers; what is shown is their size.');
  return {
    format: packed ? 'NIfTI, gzip' : 'NIfTI',
    width,
    height,
    depth,
    times,
    channels: parts > 2 ? (parts as 3 | 4) : 1,
    inverted: false,
    spacing: spacingOf(header.affine),
    toPatient: header.affine,
    windows: high > low ? [{ center: (low + high) / 2, width: high - low }] : [],
    notes,
    async read(slice, time = 0): Promise<Frame> {
      const values = await readSlice(slice + time * depth);
      return { values: parts === 2 ? sizes(values) : values, slope: header.slope, intercept: header.intercept };
    },
  };
}

function readHeader(start: Uint8Array): Header {
  const found = versionOf(start);
  if (!found || start.length < (found.version === 1 ? 348 : 540)) throw cutOff('NIfTI');
  const { version, littleEndian } = found;
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const first = version === 1;
  const magic = String.fromCharCode(...start.subarray(first ? 344 : 4, first ? 347 : 7));
  if (magic === `ni${version}`) {
    throw new UnreadableImage('The voxels of this NIfTI file are in an .img file beside it; save it as one .nii file.');
  }
  const float = (at: number) => (first ? view.getFloat32(at, littleEndian) : view.getFloat64(at, littleEndian));
  const whole = (at: number) => (first ? view.getInt16(at, littleEndian) : Number(view.getBigInt64(at, littleEndian)));
  const dims = Array.from({ length: 8 }, (_, i) => whole(first ? 40 + i * 2 : 16 + i * 8));
  const code = view.getInt16(first ? 70 : 12, littleEndian);
  const voxel = voxelTypes.get(code);
  if (!voxel) {
    const name = otherTypes.get(code);
    throw new UnreadableImage(
      name ? `NIfTI with ${name} voxels is not supported.` : `This NIfTI file has voxels of an unknown type, ${code}.`,
    );
  }
  const slope = float(first ? 112 : 176);
  const scaled = slope !== 0 && Number.isFinite(slope) && voxel.parts === 1;
  const intercept = float(first ? 116 : 184);
  const { affine, placed } = niftiPlacement(view, version, littleEndian, dims);
  return {
    littleEndian,
    size: sizeOf(dims),
    voxel,
    offset: offsetOf(first ? view.getFloat32(108, littleEndian) : Number(view.getBigInt64(168, littleEndian)), version),
    slope: scaled ? slope : 1,
    intercept: scaled && Number.isFinite(intercept) ? intercept : 0,
    range: first ? [float(128), float(124)] : [float(200), float(192)],
    affine,
    placed: placed && isPlacement(affine),
  };
}

function sizeOf(dims: readonly number[]): readonly [number, number, number, number] {
  const count = dims[0]!;
  const used = dims.slice(1, count + 1);
  if (count < 1 || count > 7 || !used.every((n) => Number.isSafeInteger(n) && n > 0)) {
    throw new UnreadableImage('This NIfTI file has no valid size in its header.');
  }
  const [width, height = 1, depth = 1, ...others] = used as [number, ...number[]];
  return [width, height, depth, others.reduce((product, n) => product * n, 1)];
}

/** Voxels begin behind the header; 0 stands for right behind it. */
function offsetOf(offset: number, version: 1 | 2): number {
  const least = version === 1 ? 352 : 544;
  if (offset === 0) return least;
  if (!Number.isSafeInteger(offset) || offset < least - 4) {
    throw new UnreadableImage('This NIfTI file does not say where its voxels begin.');
  }
  return offset;
}

function sizes(complex: Values): Float32Array | Float64Array {
  const out =
    complex instanceof Float64Array ? new Float64Array(complex.length / 2) : new Float32Array(complex.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Math.hypot(complex[2 * i]!, complex[2 * i + 1]!);
  return out;
}
