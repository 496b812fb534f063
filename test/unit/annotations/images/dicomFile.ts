import { concat, deflateRaw } from './files';

/** A value as it is written: text, bytes, items of a sequence, numbers in the size of the VR. */
type Value = string | Uint8Array | readonly number[] | readonly Elements[];

/** Elements by tag, `00280010`, with their VR, in the order of their tags. */
export type Elements = Readonly<Record<string, readonly [vr: string, value: Value]>>;

export interface Syntax {
  readonly uid: string;
  readonly big?: boolean;
  readonly implicit?: boolean;
}

export const explicitLittle: Syntax = { uid: '1.2.840.10008.1.2.1' };
export const implicitLittle: Syntax = { uid: '1.2.840.10008.1.2', implicit: true };
export const explicitBig: Syntax = { uid: '1.2.840.10008.1.2.2', big: true };
export const deflated: Syntax = { uid: '1.2.840.10008.1.2.1.99' };
export const rle: Syntax = { uid: '1.2.840.10008.1.2.5' };

export function packedAs(uid: string): Syntax {
  return { uid };
}

const long = new Set(['OB', 'OW', 'OF', 'OD', 'SQ', 'UN', 'UT']);
const sizes: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8 };

/** A DICOM file of these elements; `preamble` false leaves away all up to the data set. */
export function dicom(elements: Elements, syntax: Syntax = explicitLittle, preamble = true): Uint8Array {
  const data = dataSet(elements, syntax);
  if (!preamble) return data;
  const uid = dataSet({ '00020010': ['UI', syntax.uid] }, explicitLittle);
  const length = dataSet({ '00020000': ['UL', [uid.length]] }, explicitLittle);
  const start = new Uint8Array(132);
  start.set(new TextEncoder().encode('DICM'), 128);
  return concat(start, length, uid, syntax === deflated ? deflateRaw(data) : data);
}

function dataSet(elements: Elements, syntax: Syntax): Uint8Array {
  const entries = Object.entries(elements).sort(([a], [b]) => (a < b ? -1 : 1));
  return concat(...entries.map(([tag, [vr, value]]) => element(tag, vr, value, syntax)));
}

function element(tag: string, vr: string, value: Value, syntax: Syntax): Uint8Array {
  const bytes = vr === 'SQ' ? items(value as readonly Elements[], syntax) : bytesOf(vr, value, syntax);
  const packed = tag === '7fe00010' && /^1\.2\.840\.10008\.1\.2\.(4|5|8)/.test(syntax.uid);
  return concat(head(tag, vr, packed ? 0xffffffff : bytes.length, syntax), bytes);
}

function head(tag: string, vr: string, length: number, { big = false, implicit = false }: Syntax): Uint8Array {
  const isLong = implicit || long.has(vr);
  const out = new Uint8Array(isLong && !implicit ? 12 : 8);
  const view = new DataView(out.buffer);
  view.setUint16(0, parseInt(tag.slice(0, 4), 16), !big);
  view.setUint16(2, parseInt(tag.slice(4), 16), !big);
  if (!implicit) out.set(new TextEncoder().encode(vr), 4);
  if (isLong) view.setUint32(implicit ? 4 : 8, length, !big);
  else view.setUint16(6, length, !big);
  return out;
}

function items(values: readonly Elements[], syntax: Syntax): Uint8Array {
  const parts = values.map((value) => {
    const data = dataSet(value, syntax);
    return concat(head('fffee000', '', data.length, { ...syntax, implicit: true }), data);
  });
  return concat(...parts);
}

function bytesOf(vr: string, value: Value, { big = false }: Syntax): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string')
    return new TextEncoder().encode(value.length % 2 ? value + (vr === 'UI' ? '\0' : ' ') : value);
  const size = sizes[vr]!;
  const view = new DataView(new ArrayBuffer(value.length * size));
  (value as readonly number[]).forEach((number, i) => {
    if (size === 2) view.setUint16(i * 2, number, !big);
    else if (vr === 'FL') view.setFloat32(i * 4, number, !big);
    else if (vr === 'FD') view.setFloat64(i * 8, number, !big);
    else view.setUint32(i * 4, number, !big);
  });
  return new Uint8Array(view.buffer);
}

/** Fragments, after a table of offsets that is empty unless given. */
export function fragments(packed: readonly Uint8Array[], table: readonly number[] = []): Uint8Array {
  const item = (bytes: Uint8Array) => {
    const even = bytes.length % 2 ? concat(bytes, new Uint8Array(1)) : bytes;
    return concat(head('fffee000', '', even.length, { uid: '', implicit: true }), even);
  };
  const offsets = new Uint8Array(new Uint32Array(table).buffer);
  const end = head('fffee0dd', '', 0, { uid: '', implicit: true });
  return concat(item(offsets), ...packed.map(item), end);
}

/** The elements of a grey image of 16 bits, without its pixels. */
export function greyHead(width: number, height: number, more: Elements = {}): Elements {
  return {
    '00080060': ['CS', 'CT'],
    '00280002': ['US', [1]],
    '00280004': ['CS', 'MONOCHROME2'],
    '00280010': ['US', [height]],
    '00280011': ['US', [width]],
    '00280100': ['US', [16]],
    '00280101': ['US', [16]],
    '00280102': ['US', [15]],
    '00280103': ['US', [1]],
    ...more,
  };
}

/** The elements of a grey image of 16 bits. */
export function grey(width: number, height: number, pixels: Uint8Array, more: Elements = {}): Elements {
  return { ...greyHead(width, height), '7fe00010': ['OW', pixels], ...more };
}

/** What changes for 8 bits a value. */
export const bytes8: Elements = {
  '00280100': ['US', [8]],
  '00280101': ['US', [8]],
  '00280102': ['US', [7]],
  '00280103': ['US', [0]],
};

/** What changes for colours of 8 bits. */
export function colour(photometric: string): Elements {
  return { ...bytes8, '00280002': ['US', [3]], '00280004': ['CS', photometric] };
}

/** Position, directions and spacing of an axial slice: half a millimetre from column to column, 2 from row to row. */
export function placed(z: number, x = -10, y = -20): Elements {
  return {
    '00200032': ['DS', `${x}\\${y}\\${z}`],
    '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
    '00280030': ['DS', '2\\0.5'],
  };
}
