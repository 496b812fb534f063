import { Decoder as LosslessDecoder } from 'jpeg-lossless-decoder-js';
import { memorySource } from '../byteSource';
import { decodeJpeg } from '../jpeg';
import { jpegHeader } from '../jpegHeader';
import type { ImageServices, Values, WasmCodec } from '../picture';
import { unpackExactly } from '../unpack';
import { cutOff, orCutOff, UnreadableImage } from '../unreadable';
import { interleave } from './colour';
import { asUnsigned, hasEnd, isWhole, readCodestream } from './codestream';
import { decodeRle } from './rle';
import type { PixelShape } from './shape';
import { counted, storedValues, unpackBits } from './stored';
import { type WasmDecode, wasmDecoder } from './wasm';

/** A frame as it was stored: the values of a pixel side by side; `rgb` when the decoder made red, green and blue of them. */
export interface StoredFrame {
  readonly values: Values;
  readonly rgb: boolean;
}

/** Decodes one frame of one transfer syntax. */
export type DecodeFrame = (packed: Uint8Array) => Promise<StoredFrame>;

/** Decoders of WebAssembly, each made once, for all files that are opened together. */
export type WasmDecoders = (codec: WasmCodec) => WasmDecode;

export function wasmDecoders(services: ImageServices): WasmDecoders {
  const made = new Map<WasmCodec, WasmDecode>();
  return (codec) => {
    const decoder = made.get(codec) ?? wasmDecoder(codec, services);
    made.set(codec, decoder);
    return decoder;
  };
}

/** The decoder of a transfer syntax whose frames are each packed on their own. */
export function frameDecoder(syntax: string, shape: PixelShape, limit: number, wasm: WasmDecoders): DecodeFrame {
  const last = syntax.slice('1.2.840.10008.1.2.'.length);
  switch (last) {
    case '5':
      return (packed) => rle(packed, shape);
    case '8.1':
      return (packed) => inflated(packed, shape, limit);
    case '4.50':
    case '4.51':
    case '4.53':
    case '4.55':
      return (packed) => lossyJpeg(packed, shape, limit);
    case '4.57':
    case '4.70':
      return (packed) => losslessJpeg(packed, shape);
    case '4.80':
    case '4.81':
      return (packed) => jpegLs(packed, shape, wasm('charls'));
    case '4.90':
    case '4.91':
      return (packed) => jpeg2000(packed, shape, wasm('openjpeg'));
    default:
      return (packed) => jpeg2000(packed, shape, wasm('openjph'));
  }
}

async function rle(packed: Uint8Array, shape: PixelShape): Promise<StoredFrame> {
  if (shape.allocated === 1) throw new UnreadableImage('DICOM with single bits in RLE is not supported.');
  return { values: storedValues(decodeRle(packed, shape), shape, true), rgb: false };
}

async function inflated(packed: Uint8Array, shape: PixelShape, limit: number): Promise<StoredFrame> {
  const count = shape.width * shape.height * shape.samples;
  const size = Math.ceil((count * shape.allocated) / 8);
  const bytes = await unpackExactly(memorySource(packed), 0, 'deflate-raw', size, 'DICOM', limit);
  if (shape.allocated === 1) return { values: unpackBits(bytes, 0, count), rgb: false };
  const values = storedValues(bytes, shape, true);
  return { values: shape.planar ? interleave(values) : values, rgb: false };
}

/** The header of the JPEG in a frame, which must be of the size that the DICOM header states. */
function checkedHeader(packed: Uint8Array, shape: PixelShape) {
  const header = jpegHeader(packed);
  if (!header) throw cutOff('DICOM');
  checkSize(header.width, header.height, header.components, shape);
  return header;
}

function checkSize(width: number, height: number, components: number, shape: PixelShape): void {
  if (width === shape.width && height === shape.height && components === shape.samples) return;
  const [stated, inside] = [
    sizeInWords(shape.width, shape.height, shape.samples),
    sizeInWords(width, height, components),
  ];
  throw new UnreadableImage(`This DICOM file states an image of ${stated}; the one inside it is ${inside}.`);
}

function sizeInWords(width: number, height: number, components: number): string {
  const kind = components === 1 ? 'grey' : components === 3 ? 'colour' : `${components} values a pixel`;
  return `${width}×${height}, ${kind}`;
}

async function lossyJpeg(packed: Uint8Array, shape: PixelShape, limit: number): Promise<StoredFrame> {
  const header = checkedHeader(packed, shape);
  const ycc = header.ycc ?? shape.photometric.startsWith('YBR');
  const bytes = await decodeJpeg(packed, ycc, limit);
  return { values: shape.samples === 1 ? counted(bytes, shape) : bytes, rgb: true };
}

async function losslessJpeg(packed: Uint8Array, shape: PixelShape): Promise<StoredFrame> {
  const header = checkedHeader(packed, shape);
  if (header.process !== 0xc3)
    throw new UnreadableImage('The JPEG inside this DICOM file is not lossless, as it states.');
  return orCutOff('DICOM', () => {
    const bytes = header.precision > 8 ? 2 : 1;
    const padded = withLateEnd(packed);
    const decoder = new LosslessDecoder();
    const decoded = decoder.decode(padded.buffer, 0, padded.length, bytes);
    if (decoder.yLoc < shape.height) throw cutOff('DICOM');
    const count = shape.width * shape.height * shape.samples;
    const values = bytes === 1 ? new Uint8Array(decoded.buffer, 0, count) : new Uint16Array(decoded.buffer, 0, count);
    return { values: counted(values, shape), rgb: false };
  });
}

/** The decoder looks ahead, and gives up the last pixel when the end of the image is near: the end is put off by some bits. */
function withLateEnd(packed: Uint8Array): Uint8Array {
  let end = packed.length;
  while (end > 2 && !(packed[end - 2] === 0xff && packed[end - 1] === 0xd9)) end--;
  const data = end > 2 ? packed.subarray(0, end - 2) : packed;
  const out = new Uint8Array(data.length + 10);
  out.set(data);
  out.set([0xff, 0xd9], data.length + 8);
  return out;
}

async function jpegLs(packed: Uint8Array, shape: PixelShape, decode: WasmDecode): Promise<StoredFrame> {
  const { process } = checkedHeader(packed, shape);
  // Without its end, the decoder runs on for a long time.
  if (process !== 0xf7 || !hasEnd(packed)) throw cutOff('DICOM');
  const { width, height, components, values } = await decode(packed);
  checkSize(width, height, components, shape);
  return { values: counted(values, shape), rgb: false };
}

async function jpeg2000(packed: Uint8Array, shape: PixelShape, decode: WasmDecode): Promise<StoredFrame> {
  const header = readCodestream(packed);
  if (!header || !isWhole(packed)) throw cutOff('DICOM');
  checkSize(header.width, header.height, header.components, shape);
  if (header.precision > 16) {
    throw new UnreadableImage(`JPEG 2000 of ${header.precision} bits is not supported; up to 16 bits are.`);
  }
  // The decoder cuts signed bytes off below 0.
  const shifted = header.signed && header.precision <= 8;
  const half = 1 << (header.precision - 1);
  const decoded = await decode(shifted ? asUnsigned(packed, header.components) : packed);
  const { width, height, components } = decoded;
  checkSize(width, height, components, shape);
  const values = shifted ? Uint8Array.from(decoded.values, (value) => value - half) : decoded.values;
  const mixes = header.mixed || shape.photometric === 'YBR_ICT' || shape.photometric === 'YBR_RCT';
  return { values: counted(values, shape), rgb: mixes };
}
