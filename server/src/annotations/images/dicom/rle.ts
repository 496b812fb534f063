import { cutOff } from '../unreadable';
import type { PixelShape } from './shape';

/**
 * Unpacks a frame of DICOM's RLE to bytes as they stand in an uncompressed little-endian file, the values of a pixel side by
 * side. Each segment holds one byte of all values, the highest first.
 */
export function decodeRle(packed: Uint8Array, { width, height, samples, allocated }: PixelShape): Uint8Array {
  if (packed.length < 64) throw cutOff('DICOM');
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const bytes = allocated / 8;
  const count = view.getUint32(0, true);
  if (count !== samples * bytes) throw cutOff('DICOM');
  const pixels = width * height;
  const out = new Uint8Array(pixels * samples * bytes);
  for (let segment = 0; segment < count; segment++) {
    const from = view.getUint32(4 + segment * 4, true);
    const to = segment + 1 < count ? view.getUint32(8 + segment * 4, true) : packed.length;
    if (from < 64 || to > packed.length || from > to) throw cutOff('DICOM');
    const sample = Math.floor(segment / bytes);
    const byte = bytes - 1 - (segment % bytes);
    unpackSegment(packed, from, to, out, sample * bytes + byte, samples * bytes, pixels);
  }
  return out;
}

/** Writes `count` bytes, every `step`th from `start` on. */
function unpackSegment(
  packed: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  start: number,
  step: number,
  count: number,
): void {
  let at = from;
  let done = 0;
  while (done < count) {
    if (at >= to) throw cutOff('DICOM');
    const control = packed[at++]!;
    if (control === 128) continue;
    const run = control > 128;
    const length = Math.min(run ? 257 - control : control + 1, count - done);
    if (at + (run ? 1 : length) > to) throw cutOff('DICOM');
    for (let i = 0; i < length; i++) out[start + (done + i) * step] = packed[run ? at : at + i]!;
    at += run ? 1 : control + 1;
    done += length;
  }
}
