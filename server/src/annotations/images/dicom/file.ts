import type { DataSet } from 'dicom-parser';
import type { ByteSource } from '../byteSource';
import { toValues } from '../elements';
import type { Frame, ImageServices, Values } from '../picture';
import { bytesInWords, cutOff, orCutOff, UnreadableImage } from '../unreadable';
import { interleave, paint, readPalette, spread422, toBytes, ybrToRgb } from './colour';
import { frameDecoder, type StoredFrame, type WasmDecoders } from './decode';
import { openEncapsulated } from './encapsulated';
import { type DicomHeader, isEncapsulated, type PixelElement, readHeader, syntaxName } from './header';
import { type FrameMeta, frameMeta } from './meta';
import { modalityTable } from './modalityTable';
import { type FrameSegments, frameSegments } from './segments';
import { type PixelShape, readShape } from './shape';
import { storedValues, unpackBits } from './stored';

/** A DICOM file whose header was read. Of the header itself nothing is kept. */
export interface DicomImage {
  /** The transfer syntax in words. */
  readonly syntax: string;
  readonly shape: PixelShape;
  readonly modality: string | undefined;
  readonly series: string | undefined;
  readonly seriesName: string | undefined;
  readonly instance: number;
  /** Of each frame. */
  readonly metas: readonly FrameMeta[];
  /** Of a segmentation: of which segment each frame is. */
  readonly segments: FrameSegments | undefined;
  /** Where frames are tiles of one large picture. */
  readonly tiling: Tiling | undefined;
  /** The values as they are stored, before colours and tables: indices of a palette, labels of a segmentation. */
  readStored(frame: number): Promise<Values>;
  /** One frame, counted from 0, as it is to be shown. */
  read(frame: number): Promise<Frame>;
}

/** How tiles make a picture: its size, and the column and row, from 0, at which each frame begins. */
export interface Tiling {
  readonly width: number;
  readonly height: number;
  readonly places: readonly (readonly [column: number, row: number])[];
}

/** Opens a DICOM file. Rejects with {@link UnreadableImage}. */
export async function openFile(source: ByteSource, services: ImageServices, wasm: WasmDecoders): Promise<DicomImage> {
  const { unpacked } = services.limits;
  const header = await readHeader(source, unpacked);
  const { dataSet, pixels, transferSyntax } = header;
  if (!pixels) throw new UnreadableImage('This DICOM file holds no image.');
  const syntax = syntaxName(transferSyntax);
  return orCutOff('DICOM', async () => {
    const shape = readShape(dataSet, pixels.kind, unpacked);
    const readFrame = isEncapsulated(transferSyntax)
      ? await packedFrames(header, pixels, shape, unpacked, wasm)
      : plainFrames(header, pixels, shape);
    const palette = shape.photometric === 'PALETTE COLOR' ? readPalette(dataSet, shape.signed) : undefined;
    const table = shape.samples === 1 && !palette ? modalityTable(dataSet) : undefined;
    const metas = Array.from({ length: shape.frames }, (_, frame) => frameMeta(dataSet, frame));
    return {
      syntax,
      shape,
      modality: dataSet.string('x00080060'),
      series: dataSet.string('x0020000e'),
      seriesName: dataSet.string('x0008103e'),
      instance: dataSet.intString('x00200013') ?? 0,
      metas,
      segments: frameSegments(dataSet, shape.frames),
      tiling: tilingOf(dataSet, shape),
      readStored: async (frame) => (await orCutOff('DICOM', () => readFrame(frame))).values,
      read: (frame) =>
        orCutOff('DICOM', async () => {
          const stored = await readFrame(frame);
          if (palette) return { values: paint(stored.values, palette), slope: 1, intercept: 0 };
          if (shape.samples === 3) return { values: rgbOf(stored, shape), slope: 1, intercept: 0 };
          if (table) return { values: table(stored.values), slope: 1, intercept: 0 };
          const { slope, intercept } = metas[frame]!;
          return { values: stored.values, slope, intercept };
        }),
    };
  });
}

type ReadFrame = (frame: number) => Promise<StoredFrame>;

async function packedFrames(
  { source, transferSyntax }: DicomHeader,
  { from }: PixelElement,
  shape: PixelShape,
  limit: number,
  wasm: WasmDecoders,
): Promise<ReadFrame> {
  const read = await openEncapsulated(source, from, shape.frames);
  const decode = frameDecoder(transferSyntax, shape, limit, wasm);
  return async (frame) => decode(await read(frame));
}

function plainFrames({ source, transferSyntax }: DicomHeader, pixels: PixelElement, shape: PixelShape): ReadFrame {
  const { width, height, samples, allocated, frames, photometric } = shape;
  const shared = photometric === 'YBR_FULL_422';
  const count = width * height * samples;
  // Two pixels share their colour.
  const bits = shared ? (count / 3) * 2 * allocated : count * allocated;
  const to = Math.min(pixels.to ?? source.size, source.size);
  const needed = Math.ceil((bits * frames) / 8);
  if (needed > to - pixels.from) {
    const sizes = `its header asks for ${bytesInWords(needed)} of pixels, the file has ${bytesInWords(to - pixels.from)}`;
    throw new UnreadableImage(`This DICOM file is cut off: ${sizes}.`);
  }
  const little = transferSyntax !== '1.2.840.10008.1.2.2';
  // Words of two bytes each, also where a value is one byte or less.
  const swapped = !little && pixels.vr === 'OW' && allocated <= 8;
  return async (frame) => {
    const firstBit = frame * bits;
    let from = Math.floor(firstBit / 8);
    let end = Math.ceil((firstBit + bits) / 8);
    if (swapped) [from, end] = [from - (from % 2), end + (end % 2)];
    let bytes = await source.read(pixels.from + from, Math.min(pixels.from + end, source.size));
    if (bytes.length < Math.ceil((firstBit + bits) / 8) - from) throw cutOff('DICOM');
    if (swapped) bytes = swapPairs(bytes);
    const skip = firstBit - from * 8;
    if (allocated === 1) return { values: unpackBits(bytes, skip, count), rgb: false };
    bytes = bytes.subarray(skip / 8, skip / 8 + bits / 8);
    if (pixels.kind === 'float') return { values: toValues(bytes, 'float32', little), rgb: false };
    if (pixels.kind === 'double') return { values: toValues(bytes, 'float64', little), rgb: false };
    if (shared) return { values: spread422(bytes), rgb: false };
    const values = storedValues(bytes, shape, little);
    return { values: shape.planar ? interleave(values) : values, rgb: false };
  };
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) out[i] = bytes[i ^ 1] ?? 0;
  return out;
}

function rgbOf({ values, rgb }: StoredFrame, shape: PixelShape): Uint8Array {
  const bytes = toBytes(values, shape);
  return rgb || !shape.photometric.startsWith('YBR_FULL') ? bytes : ybrToRgb(bytes);
}

function tilingOf(dataSet: DataSet, shape: PixelShape): Tiling | undefined {
  const [width, height] = [dataSet.uint32('x00480006'), dataSet.uint32('x00480007')];
  if (!width || !height || (width <= shape.width && height <= shape.height)) return undefined;
  const across = Math.ceil(width / shape.width);
  const down = Math.ceil(height / shape.height);
  const items = dataSet.elements['x52009230']?.items ?? [];
  const places = Array.from({ length: shape.frames }, (_, frame): readonly [number, number] | undefined => {
    const place = items[frame]?.dataSet?.elements['x0048021a']?.items?.[0]?.dataSet;
    const [column, row] = [place?.int32('x0048021e'), place?.int32('x0048021f')];
    if (column !== undefined && row !== undefined) return [column - 1, row - 1];
    return [(frame % across) * shape.width, Math.floor(frame / across) * shape.height];
  });
  const full = shape.frames === across * down;
  return full && places.every((place) => place !== undefined) ? { width, height, places } : undefined;
}
