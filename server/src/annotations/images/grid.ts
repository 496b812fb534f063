import type { ByteSource } from './byteSource';
import { bytesPer, type NumberType, toValues } from './elements';
import type { ImageServices, Values } from './picture';
import { unpackExactly } from './unpack';
import { bytesInWords, cutOff, UnreadableImage } from './unreadable';

/** A grid of numbers in a file, slice after slice: what NIfTI and NRRD are below their headers. */
export interface Grid {
  /** Of the file, in words. */
  readonly format: string;
  readonly type: NumberType;
  readonly littleEndian: boolean;
  /** Numbers a slice. */
  readonly perSlice: number;
  readonly slices: number;
  /** Where the numbers begin, in bytes of the unpacked file. */
  readonly offset: number;
}

/** Reads one slice, counted from 0 through all times. */
export type ReadSlice = (slice: number) => Promise<Values>;

/** A grid in a file that is not packed. Only what is asked for is read. */
export function openGrid(source: ByteSource, grid: Grid): ReadSlice {
  const { format, type, littleEndian, offset } = grid;
  const sliceBytes = grid.perSlice * bytesPer(type);
  const needed = offset + sliceBytes * grid.slices;
  if (needed > source.size) {
    const sizes = `its header asks for ${bytesInWords(needed)}, the file has ${bytesInWords(source.size)}`;
    throw new UnreadableImage(`This ${format} file is cut off: ${sizes}.`);
  }
  return async (slice) => {
    const from = offset + slice * sliceBytes;
    const bytes = await source.read(from, from + sliceBytes);
    if (bytes.length < sliceBytes) throw cutOff(format);
    return toValues(bytes, type, littleEndian);
  };
}

/** A grid in a packed file: it is unpacked whole, since nothing in it can be found otherwise. */
export async function unpackGrid(
  source: ByteSource,
  from: number,
  grid: Grid,
  { limits }: ImageServices,
): Promise<ReadSlice> {
  const sliceBytes = grid.perSlice * bytesPer(grid.type);
  const size = grid.offset + sliceBytes * grid.slices;
  const bytes = await unpackExactly(source, from, 'gzip', size, grid.format, limits.unpacked);
  return async (slice) => {
    const start = grid.offset + slice * sliceBytes;
    return toValues(bytes.subarray(start, start + sliceBytes), grid.type, grid.littleEndian);
  };
}
