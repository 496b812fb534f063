/** What a JPEG 2000 codestream, HTJ2K too, says of itself before it is decoded. */
export interface Codestream {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Bits of a value. */
  readonly precision: number;
  readonly signed: boolean;
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
      const depth = view.getUint8(at + 40);
      const components = view.getUint16(at + 38);
      const [precision, signed] = [(depth & 0x7f) + 1, depth >= 0x80];
      size = { width: right - left, height: bottom - top, components, precision, signed };
    }
    if (marker === 0xff52 && length >= 12) return size && { ...size, mixed: view.getUint8(at + 8) === 1 };
    at += 2 + length;
  }
  return undefined;
}

/** Whether all tiles are there, as far as the codestream tells. A decoder may pass over what is missing, silently. */
export function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let tiles = 0;
  for (let at = startOf(bytes) + 2; at + 4 <= bytes.length;) {
    const marker = view.getUint16(at);
    if (marker === 0xffd9) break;
    if (marker !== 0xff90) {
      at += 2 + view.getUint16(at + 2);
      continue;
    }
    if (at + 12 > bytes.length) return false;
    // A length of 0 goes up to the end, which then must be marked.
    const length = view.getUint32(at + 6);
    if (length === 0) return hasEnd(bytes);
    if (length < 14 || at + length > bytes.length) return false;
    at += length;
    tiles++;
  }
  return tiles > 0;
}

/** Whether the marker of the end, of JPEG 2000 and of JPEG alike, is there; a few bytes may follow it. */
export function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= Math.max(0, bytes.length - 16); at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

/**
 * The codestream with its values called unsigned, which makes each larger by half their range; `components` as it has.
 */
export function asUnsigned(bytes: Uint8Array, components: number): Uint8Array {
  const out = bytes.slice();
  // Right behind the start, the size is always first: each component has its depth in it.
  const depths = startOf(bytes) + 42;
  for (let i = 0; i < components; i++) out[depths + i * 3]! &= 0x7f;
  return out;
}

function startOf(bytes: Uint8Array): number {
  if (bytes[0] === 0xff && bytes[1] === 0x4f) return 0;
  for (let at = 0; at + 4 < Math.min(bytes.length, 4096); at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff && bytes[at + 3] === 0x51) return at;
  }
  return bytes.length;
}
