/** What a JPEG 2000 codestream, HTJ2K too, says of itself before it is decoded. */
export interface Codestream {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Bits of a value. */
  readonly precision: number;
  /** Whether the colours were mixed for compression; a decoder unmixes them. */
  readonly mixed: boolean;
}

/** Reads the header of a codestream, which may stand in a JP2 file; nothing where it is cut off. */
export function readCodestream(bytes: Uint8Array): Codestream | undefined {
  const start = startOf(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: Omit<Codestream, 'mixed'> | undefined;
  for (let at = start + 2; at + 4 <= bytes.length;) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (marker === 0xff90 || at + 2 + length > bytes.length) return undefined;
    if (marker === 0xff51 && length >= 41) {
      const [right, bottom, left, top] = [6, 10, 14, 18].map((offset) => view.getUint32(at + offset)) as [
        number,
        number,
        number,
        number,
      ];
      const precision = (view.getUint8(at + 40) & 0x7f) + 1;
      size = { width: right - left, height: bottom - top, components: view.getUint16(at + 38), precision };
    }
    if (marker === 0xff52 && length >= 12) return size && { ...size, mixed: view.getUint8(at + 8) === 1 };
    at += 2 + length;
  }
  return undefined;
}

function startOf(bytes: Uint8Array): number {
  if (bytes[0] === 0xff && bytes[1] === 0x4f) return 0;
  for (let at = 0; at + 4 < Math.min(bytes.length, 4096); at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff && bytes[at + 3] === 0x51) return at;
  }
  return bytes.length;
}
