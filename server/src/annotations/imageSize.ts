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

/** The size that the header of a PNG or JPEG file states, before any rotation; nothing for others and where it is cut off. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (imageFormat(bytes)) {
    case 'PNG':
      return bytes.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'JPEG':
      return jpegSize(view);
    default:
      return undefined;
  }
}

/** Goes from segment to segment to the one that begins the frame. */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    // Start of frame: C0 to CF without the tables DHT (C4), JPG (C8) and DAC (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += alone ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
