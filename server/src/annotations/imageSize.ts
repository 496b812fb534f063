import { jpegHeader } from './images/jpegHeader';

/** Width and height in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const signatures: readonly [format: string, at: number, bytes: readonly number[]][] = [
  // What stands before it is free: slides often begin as a TIFF.
  ['DICOM', 128, [0x44, 0x49, 0x43, 0x4d]],
  ['PNG', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['JPEG', 0, [0xff, 0xd8, 0xff]],
  ['GIF', 0, [0x47, 0x49, 0x46, 0x38]],
  ['BMP', 0, [0x42, 0x4d]],
  ['WebP', 8, [0x57, 0x45, 0x42, 0x50]],
  ['TIFF', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['TIFF', 0, [0x49, 0x49, 0x2b, 0x00]],
  ['TIFF', 0, [0x4d, 0x4d, 0x00, 0x2b]],
  // Without a preamble: the first element is of group 0002 or 0008.
  ['DICOM', 0, [0x02, 0x00, 0x00, 0x00]],
  ['DICOM', 0, [0x08, 0x00]],
];

/** The format that a file begins like; nothing when it begins like no image. */
export function imageFormat(bytes: Uint8Array): string | undefined {
  return signatures.find(([, at, signature]) => signature.every((byte, i) => bytes[at + i] === byte))?.[0];
}

/**
 * The size that the header of a PNG, JPEG, BMP or WebP file states, before any rotation; nothing for others and where it is
 * cut off.
 */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (imageFormat(bytes)) {
    case 'PNG':
      return bytes.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'JPEG': {
      const header = jpegHeader(bytes);
      return header && { width: header.width, height: header.height };
    }
    case 'BMP':
      // A negative height says that the first row is the top one.
      return bytes.length < 26 || view.getUint32(14, true) < 40
        ? undefined
        : { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    case 'WebP':
      return bytes.length < 30 ? undefined : webpSize(view);
    default:
      return undefined;
  }
}

/** The three kinds of first chunk: lossy, lossless, extended. */
function webpSize(view: DataView): ImageSize | undefined {
  switch (view.getUint8(15)) {
    case 0x20:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x4c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 0x58: {
      const size = (at: number) => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1;
      return { width: size(24), height: size(27) };
    }
    default:
      return undefined;
  }
}
