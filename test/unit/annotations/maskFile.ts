import { crc32, deflateSync } from 'node:zlib';
import { concat } from './images/files';

/** One chunk of a PNG. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = concat(new TextEncoder().encode(type), data);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(sum.buffer).setUint32(0, crc32(named));
  return concat(length, named, sum);
}

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  /** 0: grey, 2: colour, 3: indexed, 6: colour and opacity. */
  readonly kind?: number;
  /** The bytes of the pixels, row by row. */
  readonly pixels: readonly number[];
  /** Instead of what the pixels become. */
  readonly data?: Uint8Array;
}

/** A PNG without filters. */
export function pngFile({ width, height, depth = 8, kind = 0, pixels, data }: PngParts): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, kind], 8);
  const stride = pixels.length / height;
  const rows = Array.from({ length: height }, (_, y) => [0, ...pixels.slice(y * stride, (y + 1) * stride)]).flat();
  const palette = Uint8Array.from({ length: 768 }, (_, i) => i % 256);
  return concat(
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(kind === 3 ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', data ?? new Uint8Array(deflateSync(Uint8Array.from(rows)))),
    chunk('IEND', new Uint8Array(0)),
  );
}
