import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** An image to be packed: the values of a pixel side by side. */
export interface Raw {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
  readonly bits: number;
  readonly signed: boolean;
  readonly values: readonly number[];
}

interface Encoder {
  getDecodedBuffer(info: object): Uint8Array;
  getEncodedBuffer(): Uint8Array;
  encode(): void;
  setQuality?(reversible: boolean, quantizer: number): void;
  setDecompositions?(count: number): void;
  setInterleaveMode?(mode: number): void;
}

type Create = (options: object) => Promise<Readonly<Record<string, new () => Encoder>>>;

const encoders = {
  'JPEG-LS': ['@cornerstonejs/codec-charls', 'JpegLSEncoder'],
  'JPEG 2000': ['@cornerstonejs/codec-openjpeg', 'J2KEncoder'],
  HTJ2K: ['@cornerstonejs/codec-openjph', 'HTJ2KEncoder'],
} as const;

export type Codec = keyof typeof encoders;

/** Packs an image without loss. */
export async function encode(codec: Codec, raw: Raw): Promise<Uint8Array> {
  const [name, className] = encoders[codec];
  const create = require(`${name}/wasmjs`) as Create;
  const wasmBinary = await readFile(require.resolve(`${name}/wasm`));
  const encoder = new (await create({ wasmBinary, print: () => undefined }))[className]!();
  const { width, height, components, bits, signed, values } = raw;
  const info = { width, height, bitsPerSample: bits, componentCount: components, isSigned: signed };
  const buffer = encoder.getDecodedBuffer({ ...info, isUsingColorTransform: components === 3 });
  const wide = bits > 8;
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  values.forEach((value, i) => (wide ? view.setUint16(i * 2, value & 0xffff, true) : view.setUint8(i, value & 0xff)));
  encoder.setQuality?.(true, 0);
  encoder.setDecompositions?.(2);
  // All values of a pixel together.
  if (components === 3) encoder.setInterleaveMode?.(2);
  encoder.encode();
  return Uint8Array.from(encoder.getEncodedBuffer());
}

/** Packs an image as lossless JPEG with one of the predictors 1 to 7. */
export function encodeLosslessJpeg({ width, height, components, bits, values }: Raw, predictor: number): Uint8Array {
  const out: number[] = [0xff, 0xd8, 0xff, 0xc3];
  const word = (value: number) => out.push(value >> 8, value & 255);
  word(8 + 3 * components);
  out.push(bits);
  word(height);
  word(width);
  out.push(components);
  for (let c = 1; c <= components; c++) out.push(c, 0x11, 0);
  // One table: 17 categories, each with a code of 5 bits, its own number.
  out.push(0xff, 0xc4, 0, 19 + 17, 0, 0, 0, 0, 0, 17, ...Array.from({ length: 11 }, () => 0));
  for (let category = 0; category <= 16; category++) out.push(category);
  out.push(0xff, 0xda);
  word(6 + 2 * components);
  out.push(components);
  for (let c = 1; c <= components; c++) out.push(c, 0);
  out.push(predictor, 0, 0);
  let pending = 0;
  let count = 0;
  const bit = (value: number) => {
    pending = (pending << 1) | value;
    if (++count < 8) return;
    out.push(pending);
    if (pending === 255) out.push(0);
    [pending, count] = [0, 0];
  };
  const write = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bit((value >> i) & 1);
  };
  for (let i = 0; i < values.length; i++) {
    const difference = ((values[i]! - predicted(values, i, width, components, bits, predictor)) << 16) >> 16;
    const category = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
    write(category, 5);
    if (category < 16) write(difference < 0 ? difference + (1 << category) - 1 : difference, category);
  }
  while (count > 0) bit(1);
  out.push(0xff, 0xd9);
  return new Uint8Array(out);
}

function predicted(
  v: readonly number[],
  i: number,
  width: number,
  step: number,
  bits: number,
  predictor: number,
): number {
  const column = Math.floor(i / step) % width;
  const first = i < width * step;
  if (first && column === 0) return 1 << (bits - 1);
  if (first) return v[i - step]!;
  if (column === 0) return v[i - width * step]!;
  const [a, b, c] = [v[i - step]!, v[i - width * step]!, v[i - width * step - step]!];
  return [0, a, b, c, a + b - c, a + ((b - c) >> 1), b + ((a - c) >> 1), (a + b) >> 1][predictor]!;
}
