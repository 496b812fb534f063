import { imageSize } from '../imageSize';
import { type ByteSource, readAll } from './byteSource';
import { greyTones, wholeWindow } from './greyTones';
import { type ImageServices, type NativePixels, type Picture, plain } from './picture';
import { refuseOver } from './unpack';
import { cutOff, UnreadableImage } from './unreadable';

/** Opens an image that only a browser decodes here: WebP, BMP. */
export function nativeReader(
  format: string,
  type: string,
): (source: ByteSource, services: ImageServices) => Promise<Picture> {
  return async (source, services) => openNatively(await readAll(source), format, type, services);
}

/** Opens an image by the means of the browser. */
export async function openNatively(
  bytes: Uint8Array,
  format: string,
  type: string,
  { limits, decodeNatively }: ImageServices,
): Promise<Picture> {
  if (!decodeNatively)
    throw new UnreadableImage(`${format} can be shown in a preview only, where a browser decodes it.`);
  const size = imageSize(bytes);
  if (!size || size.width === 0 || size.height === 0) throw cutOff(format);
  refuseOver(size.width * size.height * 4, limits.unpacked, format);
  const decoded = await decodeNatively(bytes, type).catch(() => {
    throw cutOff(format);
  });
  const { width, height } = decoded;
  const tones = greyTones(decoded.values, 4);
  const frame = { values: tones ?? decoded.values, slope: 1, intercept: 0 };
  const windows = tones ? [wholeWindow(8)] : [];
  return { ...plain, format, width, height, channels: tones ? 1 : 4, windows, read: async () => frame };
}

/** Decodes in a page or a worker of one: bytes as they are stored, without colour management, turned as Exif asks. */
export async function decodeInBrowser(bytes: Uint8Array, type: string): Promise<NativePixels> {
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, values: new Uint8Array(data.buffer) };
}
