/** What the segments of a JPEG, or JPEG-LS, say before its pixels. */
export interface JpegHeader {
  /** The number of the frame marker: C0 baseline, C1 extended, C2 progressive, C3 lossless, F7 JPEG-LS, … */
  readonly process: number;
  /** Bits a value. */
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Whether the colours are stored as brightness and two differences; nothing where the file does not tell. */
  readonly ycc: boolean | undefined;
  /** How it is to be turned, 1 to 8, as Exif counts; 1 where it says nothing. */
  readonly orientation: number;
}

/** Reads the header of a JPEG; nothing where there is none, or it is cut off. */
export function jpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let adobe: number | undefined;
  let jfif = false;
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 9));
    if (marker === 0xe0 && name.startsWith('JFIF')) jfif = true;
    if (marker === 0xee && name === 'Adobe' && length >= 14) adobe = bytes[at + 15];
    if (marker === 0xe1 && name.startsWith('Exif'))
      orientation = exifOrientation(bytes.subarray(at + 10, at + 2 + length));
    if (isFrame(marker)) {
      if (at + 10 > bytes.length) return undefined;
      const components = bytes[at + 9]!;
      const ids = Array.from({ length: components }, (_, i) => bytes[at + 10 + 3 * i]);
      const rgb = String.fromCharCode(...(ids as number[])) === 'RGB';
      const ycc = adobe !== undefined ? adobe !== 0 : jfif ? true : rgb ? false : undefined;
      const [precision, height, width] = [bytes[at + 4]!, view.getUint16(at + 5), view.getUint16(at + 7)];
      return { process: marker, precision, width, height, components, ycc, orientation };
    }
    at += 2 + length;
  }
  return undefined;
}

/** C0 to CF without the tables DHT (C4), JPG (C8) and DAC (CC); F7 of JPEG-LS. */
function isFrame(marker: number): boolean {
  return marker === 0xf7 || (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));
}

/** The orientation in the first directory of Exif data, which is laid out as a TIFF. */
function exifOrientation(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let i = 0, at = directory + 2; i < count && at + 12 <= tiff.length; i++, at += 12) {
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
