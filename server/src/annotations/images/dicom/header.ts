import { type DataSet, parseDicom } from 'dicom-parser';
import { type ByteSource, memorySource } from '../byteSource';
import { unpackAll } from '../unpack';
import { cutOff, UnreadableImage } from '../unreadable';

/** The header of a DICOM file, and where its pixels are. */
export interface DicomHeader {
  /** All up to the pixels. */
  readonly dataSet: DataSet;
  /** The UID that says how the pixels are stored. */
  readonly transferSyntax: string;
  /** What the places of the pixels count in: the file, or what was unpacked of it. */
  readonly source: ByteSource;
  /** Nothing when the file holds no pixels. */
  readonly pixels: PixelElement | undefined;
}

/** The element of the pixels. */
export interface PixelElement {
  readonly kind: 'integer' | 'float' | 'double';
  readonly vr: string | undefined;
  readonly from: number;
  /** Exclusive; nothing when the length is not stated, as in compressed files. */
  readonly to: number | undefined;
}

const kinds = [
  ['x7fe00010', 'integer'],
  ['x7fe00008', 'float'],
  ['x7fe00009', 'double'],
] as const;

const deflated = '1.2.840.10008.1.2.1.99';
const deflatedFrames = '1.2.840.10008.1.2.8.1';

/** Most headers end before this. Pixels are not read with them. */
const firstPart = 2 ** 17;

/** Reads the header of a DICOM file; of the pixels as little as possible. */
export async function readHeader(source: ByteSource, limit: number): Promise<DicomHeader> {
  for (let part = firstPart; ; part *= 16) {
    const whole = part >= source.size;
    const header = await tryHeader(source, await source.read(0, whole ? source.size : part), limit);
    if (header?.pixels) return header;
    if (!whole) continue;
    if (!header) throw cutOff('DICOM');
    return header;
  }
}

async function tryHeader(source: ByteSource, start: Uint8Array, limit: number): Promise<DicomHeader | undefined> {
  const { bytes, shift, syntax } = withPreamble(start);
  const transferSyntax = syntax ?? transferSyntaxOf(bytes);
  if (transferSyntax === undefined) return undefined;
  if (transferSyntax !== deflated) {
    const dataSet = parse(bytes, syntax === undefined ? {} : { TransferSyntaxUID: syntax });
    return dataSet && headerOf(dataSet, transferSyntax, source, -shift);
  }
  const from = metaEnd(bytes);
  if (from === undefined) return undefined;
  const unpacked = await inflate(source, from - shift, bytes.subarray(0, from), limit);
  const dataSet = parse(unpacked, { inflater: () => unpacked });
  return dataSet && headerOf(dataSet, transferSyntax, memorySource(unpacked), 0);
}

/** Some writers put a byte behind what is packed, to make its length even, which some unpackers will not have. */
async function inflate(source: ByteSource, from: number, prefix: Uint8Array, limit: number): Promise<Uint8Array> {
  const unpack = (of: ByteSource) => unpackAll(of, from, 'deflate-raw', 'DICOM', limit, prefix);
  try {
    return await unpack(source);
  } catch (error) {
    const [last] = await source.read(source.size - 1, source.size);
    if (last !== 0) throw error;
    return unpack({ ...source, size: source.size - 1, read: (a, b) => source.read(a, b) });
  }
}

function headerOf(dataSet: DataSet, transferSyntax: string, source: ByteSource, shift: number): DicomHeader {
  for (const [tag, kind] of kinds) {
    const element = dataSet.elements[tag];
    if (!element) continue;
    const from = element.dataOffset + shift;
    const to = element.hadUndefinedLength ? undefined : from + element.length;
    return { dataSet, transferSyntax, source, pixels: { kind, vr: element.vr, from, to } };
  }
  return { dataSet, transferSyntax, source, pixels: undefined };
}

/** Parses up to the pixels; nothing when the bytes end before, or are no DICOM. */
function parse(
  bytes: Uint8Array,
  options: { TransferSyntaxUID?: string; inflater?: () => Uint8Array },
): DataSet | undefined {
  try {
    return parseDicom(bytes, { ...options, untilTag: 'x7fe00010' });
  } catch {
    return undefined;
  }
}

/** Files without a preamble begin with the meta header, or with the data set; `shift` bytes were put before them. */
function withPreamble(start: Uint8Array): { bytes: Uint8Array; shift: number; syntax?: string } {
  if (String.fromCharCode(...start.subarray(128, 132)) === 'DICM') return { bytes: start, shift: 0 };
  if (start[0] === 2) {
    const bytes = new Uint8Array(132 + start.length);
    bytes.set([0x44, 0x49, 0x43, 0x4d], 128);
    bytes.set(start, 132);
    return { bytes, shift: 132 };
  }
  const explicit = /^[A-Z]{2}$/.test(String.fromCharCode(...start.subarray(4, 6)));
  return { bytes: start, shift: 0, syntax: explicit ? '1.2.840.10008.1.2.1' : '1.2.840.10008.1.2' };
}

/** Goes through the elements of group 0002, which are always explicit, little endian. */
function* metaElements(bytes: Uint8Array): Iterable<{ element: number; from: number; to: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 132; at + 12 <= bytes.length && view.getUint16(at, true) === 2;) {
    const long = ['OB', 'OW', 'UN', 'UT', 'SQ'].includes(String.fromCharCode(bytes[at + 4]!, bytes[at + 5]!));
    const from = at + (long ? 12 : 8);
    const to = from + (long ? view.getUint32(at + 8, true) : view.getUint16(at + 6, true));
    yield { element: view.getUint16(at + 2, true), from, to };
    at = to;
  }
}

function transferSyntaxOf(bytes: Uint8Array): string | undefined {
  for (const { element, from, to } of metaElements(bytes)) {
    if (element === 0x10) return String.fromCharCode(...bytes.subarray(from, to)).replace(/[\0\s]+$/, '');
  }
  return undefined;
}

function metaEnd(bytes: Uint8Array): number | undefined {
  let end: number | undefined;
  for (const { to } of metaElements(bytes)) end = to;
  return end;
}

/** The names of the transfer syntaxes that are read. */
const syntaxes: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10008.1.2', 'implicit little endian'],
  ['1.2.840.10008.1.2.1', 'explicit little endian'],
  ['1.2.840.10008.1.2.2', 'explicit big endian'],
  [deflated, 'deflated'],
  [deflatedFrames, 'deflated frames'],
  ['1.2.840.10008.1.2.5', 'RLE'],
  ['1.2.840.10008.1.2.4.50', 'JPEG baseline'],
  ['1.2.840.10008.1.2.4.51', 'JPEG extended'],
  ['1.2.840.10008.1.2.4.53', 'JPEG spectral selection'],
  ['1.2.840.10008.1.2.4.55', 'JPEG progressive'],
  ['1.2.840.10008.1.2.4.57', 'JPEG lossless'],
  ['1.2.840.10008.1.2.4.70', 'JPEG lossless, first order'],
  ['1.2.840.10008.1.2.4.80', 'JPEG-LS lossless'],
  ['1.2.840.10008.1.2.4.81', 'JPEG-LS near-lossless'],
  ['1.2.840.10008.1.2.4.90', 'JPEG 2000 lossless'],
  ['1.2.840.10008.1.2.4.91', 'JPEG 2000'],
  ['1.2.840.10008.1.2.4.201', 'HTJ2K lossless'],
  ['1.2.840.10008.1.2.4.202', 'HTJ2K lossless, RPCL'],
  ['1.2.840.10008.1.2.4.203', 'HTJ2K'],
]);

const unsupported: readonly [RegExp, string][] = [
  [/^1\.2\.840\.10008\.1\.2\.4\.(100|101|102|103|104|105|106|107|108)(\.1)?$/, 'video'],
  [/^1\.2\.840\.10008\.1\.2\.4\.9[23]$/, 'multi-component JPEG 2000'],
  [/^1\.2\.840\.10008\.1\.2\.4\.11[0-2]$/, 'JPEG XL'],
  [/^1\.2\.840\.10008\.1\.2\.4\.9[45]$|^1\.2\.840\.10008\.1\.2\.4\.20[45]$/, 'pixels at another address (JPIP)'],
];

/** The name of a transfer syntax that is read; others are refused by name. */
export function syntaxName(uid: string): string {
  const name = syntaxes.get(uid);
  if (name !== undefined) return name;
  const known = unsupported.find(([pattern]) => pattern.test(uid))?.[1];
  throw new UnreadableImage(
    known ? `DICOM with ${known} is not supported.` : `DICOM with the transfer syntax ${uid} is not supported.`,
  );
}

/** Whether pixels of this syntax are in fragments, each frame on its own. */
export function isEncapsulated(uid: string): boolean {
  return uid.startsWith('1.2.840.10008.1.2.4.') || uid === '1.2.840.10008.1.2.5' || uid === deflatedFrames;
}
