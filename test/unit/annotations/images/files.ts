import { deflateRawSync, gzipSync } from 'node:zlib';
import { type ByteSource, memorySource } from '../../../../server/src/annotations/images/byteSource';
import { openImage } from '../../../../server/src/annotations/images/openImage';
import { defaultLimits, type ImageServices, type Picture } from '../../../../server/src/annotations/images/picture';

/** No browser, no decoders of WebAssembly; at most `unpacked` bytes. */
export function servicesWith(unpacked = defaultLimits.unpacked): ImageServices {
  return { limits: { unpacked }, loadWasm: () => Promise.reject(new Error('There is no WebAssembly in this test.')) };
}

export function open(bytes: Uint8Array, services: ImageServices = servicesWith()): Promise<Picture> {
  return openImage(memorySource(bytes), services);
}

/** A source of a size without the bytes, but those at its beginning; what is read is recorded. */
export function sparse(start: Uint8Array, size: number): ByteSource & { readonly reads: [number, number][] } {
  const reads: [number, number][] = [];
  return {
    size,
    reads,
    async read(from, to) {
      const end = Math.min(to, size);
      reads.push([from, end]);
      const bytes = new Uint8Array(end - from);
      if (from < start.length) bytes.set(start.subarray(from, end));
      return bytes;
    },
  };
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export function gzip(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(bytes));
}

export function deflateRaw(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateRawSync(bytes));
}

export interface NiftiParts {
  readonly version?: 1 | 2;
  readonly big?: boolean;
  readonly dims: readonly number[];
  readonly type: number;
  readonly pixdim?: readonly number[];
  readonly slope?: number;
  readonly intercept?: number;
  /** Twelve numbers, row by row. */
  readonly sform?: readonly number[];
  /** b, c, d and the offset. */
  readonly qform?: readonly number[];
  readonly range?: readonly [number, number];
  readonly units?: number;
  readonly magic?: string;
  readonly data?: Uint8Array;
}

/** A NIfTI file. */
export function nifti(parts: NiftiParts): Uint8Array {
  const { version = 1, big = false, dims, type, pixdim = [1, 1, 1, 1], data = new Uint8Array(0) } = parts;
  const first = version === 1;
  const header = new Uint8Array(first ? 352 : 544);
  const view = new DataView(header.buffer);
  const float = (at: number, value: number) =>
    first ? view.setFloat32(at, value, !big) : view.setFloat64(at, value, !big);
  const floats = (at: number, values: readonly number[]) =>
    values.forEach((v, i) => float(at + i * (first ? 4 : 8), v));
  const int = (at: number, value: number) => (first ? view.setInt16(at, value, !big) : view.setInt32(at, value, !big));
  view.setInt32(0, first ? 348 : 540, !big);
  [dims.length, ...dims].forEach((n, i) =>
    first ? view.setInt16(40 + i * 2, n, !big) : view.setBigInt64(16 + i * 8, BigInt(n), !big),
  );
  view.setInt16(first ? 70 : 12, type, !big);
  floats(first ? 76 : 104, pixdim);
  if (first) view.setFloat32(108, 352, !big);
  else view.setBigInt64(168, 544n, !big);
  float(first ? 112 : 176, parts.slope ?? 0);
  float(first ? 116 : 184, parts.intercept ?? 0);
  float(first ? 124 : 192, parts.range?.[1] ?? 0);
  float(first ? 128 : 200, parts.range?.[0] ?? 0);
  if (first) view.setUint8(123, parts.units ?? 2);
  else view.setInt32(500, parts.units ?? 2, !big);
  if (parts.sform) {
    int(first ? 254 : 348, 1);
    floats(first ? 280 : 400, parts.sform);
  }
  if (parts.qform) {
    int(first ? 252 : 344, 1);
    floats(first ? 256 : 352, parts.qform);
  }
  header.set(new TextEncoder().encode(parts.magic ?? (first ? 'n+1\0' : 'n+2\0')), first ? 344 : 4);
  return concat(header, data);
}

/** The bytes of numbers. */
export function numbers(values: readonly number[], bytes: 1 | 2 | 4, big = false): Uint8Array {
  const out = new Uint8Array(values.length * bytes);
  const view = new DataView(out.buffer);
  values.forEach((value, i) => {
    if (bytes === 1) view.setUint8(i, value);
    else if (bytes === 2) view.setUint16(i * 2, value, !big);
    else view.setUint32(i * 4, value, !big);
  });
  return out;
}
