import { decode } from 'fast-png';
import { imageSize } from '../imageSize';
import { type ByteSource, memorySource, readAll } from './byteSource';
import { greyTones, wholeWindow } from './greyTones';
import { openNatively } from './native';
import { type ImageServices, type Picture, plain, type Values } from './picture';
import { refuseOver, unpackedSize } from './unpack';
import { cutOff, orCutOff, UnreadableImage } from './unreadable';

/** A PNG as it is stored, which is what masks need: indices are not yet colours. */
export interface StoredPng {
  readonly width: number;
  readonly height: number;
  /** 1: grey or index, 2: and opacity, 3: red, green, blue, 4: and opacity. */
  readonly channels: number;
  /** Bits a value: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** One number a value, `channels` a pixel. */
  readonly values: Uint8Array | Uint16Array;
  /** Red, green, blue, and perhaps opacity, of each index. */
  readonly palette?: readonly (readonly number[])[];
}

/** Chunks without which there is no image; others (profiles, texts) may hold anything. */
const critical = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

interface Parts {
  readonly file: Uint8Array;
  readonly data: Uint8Array;
}

/** The file without all that its pixels do not need, and what is packed in it. */
function partsOf(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Uint8Array[] = [bytes.subarray(0, 8)];
  const data: Uint8Array[] = [];
  for (let at = 8, type = ''; type !== 'IEND';) {
    if (at + 12 > bytes.length) throw cutOff('PNG');
    const end = at + 12 + view.getUint32(at);
    type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) throw cutOff('PNG');
    if (critical.has(type)) chunks.push(bytes.subarray(at, end));
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    at = end;
  }
  return { file: concat(chunks), data: concat(data) };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Decodes a PNG to what it stores. Rejects with {@link UnreadableImage}. */
export async function decodePng(bytes: Uint8Array, limit: number): Promise<StoredPng> {
  const size = imageSize(bytes);
  if (!size || bytes.length < 33) throw cutOff('PNG');
  const [depth, colour, interlaced] = [bytes[24]!, bytes[25]!, bytes[28] === 1];
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour];
  if (!channels || size.width === 0 || size.height === 0) throw cutOff('PNG');
  if (interlaced && depth < 8) {
    throw new UnreadableImage(
      'Interlaced PNG with less than 8 bits a pixel is not supported; save it without interlacing.',
    );
  }
  const line = Math.ceil((size.width * channels * depth) / 8);
  refuseOver(line * size.height, limit, 'PNG');
  const { file, data } = partsOf(bytes);
  // At most 7 passes, each with a byte a line more.
  const most = (line + 1) * size.height * (interlaced ? 2 : 1) + 64;
  const unpacked = await unpackedSize(memorySource(data), 'deflate', 'PNG', most);
  if (unpacked < (line + 1) * size.height && !interlaced) throw cutOff('PNG');
  return orCutOff('PNG', () => {
    const decoded = decode(file, { checkCrc: true });
    const stored = decoded.data instanceof Uint16Array ? decoded.data : new Uint8Array(decoded.data);
    const values = depth < 8 ? spread(stored, size.width, size.height, depth) : stored;
    return { ...size, channels, depth, values, ...(decoded.palette ? { palette: decoded.palette } : {}) };
  });
}

/** One byte a value, from several values a byte; a line begins with a new byte. */
function spread(packed: Values, width: number, height: number, depth: number): Uint8Array {
  const out = new Uint8Array(width * height);
  const line = Math.ceil((width * depth) / 8);
  const mask = (1 << depth) - 1;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const bit = x * depth;
      out[i] = (packed[y * line + (bit >> 3)]! >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return out;
}

/** Opens a PNG; grey ones keep their values, all 16 bits of them. */
export async function openPng(source: ByteSource, services: ImageServices): Promise<Picture> {
  const bytes = await readAll(source);
  const { limits, decodeNatively } = services;
  if (decodeNatively && bytes[24] === 8 && (bytes[25] === 2 || bytes[25] === 6)) {
    return openNatively(bytes, 'PNG', 'image/png', services);
  }
  const stored = await decodePng(bytes, limits.unpacked);
  const { width, height, depth } = stored;
  const { channels, values } = colours(stored);
  const frame = { values, slope: 1, intercept: 0 };
  const format = depth === 16 ? 'PNG, 16 bit' : 'PNG';
  // Of 16 bits, a few are used: percentiles show more than the whole range.
  const windows = channels === 1 && values instanceof Uint8Array ? [wholeWindow(stored.palette ? 8 : depth)] : [];
  return { ...plain, format, width, height, channels, windows, read: async () => frame };
}

/** Indices become colours; the opacity of grey pixels is left out; colours become bytes. */
function colours({ channels, depth, values, palette }: StoredPng): {
  channels: 1 | 3 | 4;
  values: Uint8Array | Uint16Array;
} {
  if (palette) {
    const parts = palette[0]?.length === 4 ? 4 : 3;
    const out = new Uint8Array(values.length * parts);
    for (let i = 0, to = 0; i < values.length; i++, to += parts) {
      const colour = palette[values[i]!];
      if (!colour) throw new UnreadableImage('This PNG file has pixels of colours that are not in its palette.');
      out.set(colour, to);
    }
    return tonesOr(out, parts);
  }
  if (channels === 2) return { channels: 1, values: values.filter((_, i) => i % 2 === 0) };
  if (channels === 1) return { channels, values };
  const bytes = depth === 16 ? Uint8Array.from(values, (value) => value >> 8) : (values as Uint8Array);
  return tonesOr(bytes, channels as 3 | 4);
}

function tonesOr(values: Uint8Array, channels: 3 | 4): { channels: 1 | 3 | 4; values: Uint8Array } {
  const tones = greyTones(values, channels);
  return tones ? { channels: 1, values: tones } : { channels, values };
}
