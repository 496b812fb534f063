import { decode } from 'jpeg-js';
import { type ByteSource, readAll } from './byteSource';
import { greyTones, wholeWindow } from './greyTones';
import { type JpegHeader, jpegHeader } from './jpegHeader';
import { openNatively } from './native';
import { type ImageServices, type Picture, plain } from './picture';
import { turn } from './turn';
import { refuseOver } from './unpack';
import { cutOff, orCutOff, UnreadableImage } from './unreadable';

const processes: ReadonlyMap<number, string> = new Map([
  [0xc3, 'lossless JPEG'],
  [0xc5, 'hierarchical JPEG'],
  [0xc6, 'hierarchical JPEG'],
  [0xc7, 'hierarchical JPEG'],
  [0xc9, 'JPEG with arithmetic coding'],
  [0xca, 'JPEG with arithmetic coding'],
  [0xcb, 'lossless JPEG with arithmetic coding'],
  [0xf7, 'JPEG-LS'],
]);

/** Opens a JPEG: by the browser where there is one, which is faster. */
export async function openJpeg(source: ByteSource, services: ImageServices): Promise<Picture> {
  const bytes = await readAll(source);
  const header = decodableHeader(bytes);
  if (services.decodeNatively) return openNatively(bytes, 'JPEG', 'image/jpeg', services);
  const pixels = await decodeJpeg(bytes, header.ycc ?? true, services.limits.unpacked);
  const tones = header.components === 1 ? pixels : greyTones(pixels, 3);
  const [decoded, channels] = tones ? ([tones, 1] as const) : ([pixels, 3] as const);
  const { values, width, height } = turn(decoded, header.width, header.height, channels, header.orientation);
  const frame = { values, slope: 1, intercept: 0 };
  const windows = tones ? [wholeWindow(8)] : [];
  return { ...plain, format: 'JPEG', width, height, channels, windows, read: async () => frame };
}

/** The header of a JPEG of 8 bits a value, baseline, extended or progressive; others are refused by name. */
export function decodableHeader(bytes: Uint8Array): JpegHeader {
  const header = jpegHeader(bytes);
  if (!header || header.width === 0 || header.height === 0) throw cutOff('JPEG');
  const other = processes.get(header.process);
  if (other) throw new UnreadableImage(`This is ${other}, which is not supported here.`);
  if (header.precision !== 8)
    throw new UnreadableImage(`JPEG of ${header.precision} bits is not supported; 8 bits are.`);
  return header;
}

/**
 * Decodes a JPEG that {@link decodableHeader} accepts to grey, or to red, green, blue: bytes, side by side. `ycc`: whether
 * its colours are stored as brightness and differences.
 */
export async function decodeJpeg(bytes: Uint8Array, ycc: boolean, limit: number): Promise<Uint8Array> {
  const { width, height, components } = decodableHeader(bytes);
  refuseOver(width * height * 3, limit, 'JPEG');
  return orCutOff('JPEG', () => {
    const options = { useTArray: true, formatAsRGBA: false, colorTransform: ycc, tolerantDecoding: false } as const;
    const megabytes = Math.ceil(limit / 2 ** 20) * 4;
    const { data } = decode(bytes, { ...options, maxResolutionInMP: limit / 1e6, maxMemoryUsageInMB: megabytes });
    return components === 1 ? data.filter((_, i) => i % 3 === 0) : data;
  });
}
