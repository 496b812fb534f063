import type { DataSet } from 'dicom-parser';
import type { Values } from '../picture';
import { UnreadableImage } from '../unreadable';
import type { PixelShape } from './shape';

/** Red, green and blue of values from `first` on. */
export interface Palette {
  readonly first: number;
  /** Three bytes an entry, side by side. */
  readonly colours: Uint8Array;
}

const descriptors = ['x00281101', 'x00281102', 'x00281103'] as const;
const tables = ['x00281201', 'x00281202', 'x00281203'] as const;

/** Reads the palette of a file whose values are indices. */
export function readPalette(dataSet: DataSet, signed: boolean): Palette {
  if (dataSet.elements['x00281221']) throw new UnreadableImage('DICOM with a palette in segments is not supported.');
  const entries = dataSet.uint16(descriptors[0], 0) || 65_536;
  const first = (signed ? dataSet.int16(descriptors[0], 1) : dataSet.uint16(descriptors[0], 1)) ?? 0;
  const columns = tables.map((tag) => tableOf(dataSet, tag, entries));
  // Tables of 16 bits; some hold bytes all the same.
  const shift = columns.some((column) => column.some((value) => value > 255)) ? 8 : 0;
  const colours = new Uint8Array(entries * 3);
  columns.forEach((column, c) => column.forEach((value, i) => (colours[i * 3 + c] = value >> shift)));
  return { first, colours };
}

function tableOf(dataSet: DataSet, tag: string, entries: number): Uint16Array {
  const element = dataSet.elements[tag];
  if (!element) throw new UnreadableImage('This DICOM file has no palette for its colours.');
  if (element.length >= entries * 2)
    return Uint16Array.from({ length: entries }, (_, i) => dataSet.uint16(tag, i) ?? 0);
  if (element.length < entries) throw new UnreadableImage('The palette of this DICOM file is shorter than it states.');
  return Uint16Array.from(dataSet.byteArray.subarray(element.dataOffset, element.dataOffset + entries));
}

/** The colours of indices; those outside the palette have the colour of its end. */
export function paint(indices: Values, { first, colours }: Palette): Uint8Array {
  const out = new Uint8Array(indices.length * 3);
  const last = colours.length / 3 - 1;
  for (let i = 0; i < indices.length; i++) {
    const entry = Math.min(Math.max(indices[i]! - first, 0), last) * 3;
    out[i * 3] = colours[entry]!;
    out[i * 3 + 1] = colours[entry + 1]!;
    out[i * 3 + 2] = colours[entry + 2]!;
  }
  return out;
}

/** Colours as bytes, the highest of the stored bits. */
export function toBytes(values: Values, { stored }: PixelShape): Uint8Array {
  if (values instanceof Uint8Array && stored >= 8) return values;
  const [up, down] = [Math.max(0, 8 - stored), Math.max(0, stored - 8)];
  return Uint8Array.from(values, (value) => (value >> down) << up);
}

/** The three planes of a frame side by side. */
export function interleave(planes: Values): Values {
  const out = planes.slice();
  const pixels = planes.length / 3;
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < 3; c++) out[i * 3 + c] = planes[c * pixels + i]!;
  }
  return out;
}

/** Red, green and blue of brightness and two differences, all over the full range of a byte. */
export function ybrToRgb(ybr: Uint8Array): Uint8Array {
  const out = new Uint8ClampedArray(ybr.length);
  for (let i = 0; i < ybr.length; i += 3) {
    const [y, b, r] = [ybr[i]!, ybr[i + 1]! - 128, ybr[i + 2]! - 128];
    out[i] = y + 1.402 * r;
    out[i + 1] = y - 0.344136 * b - 0.714136 * r;
    out[i + 2] = y + 1.772 * b;
  }
  return new Uint8Array(out.buffer);
}

/** Two brightnesses and the differences they share, as three values a pixel. */
export function spread422(packed: Uint8Array): Uint8Array {
  const out = new Uint8Array((packed.length / 4) * 6);
  for (let from = 0, to = 0; from + 3 < packed.length; from += 4, to += 6) {
    const [first, second, b, r] = [packed[from]!, packed[from + 1]!, packed[from + 2]!, packed[from + 3]!];
    out.set([first, b, r, second, b, r], to);
  }
  return out;
}
