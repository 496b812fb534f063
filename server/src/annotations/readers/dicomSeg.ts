import type { DataSet } from 'dicom-parser';
import type { Annotation, AnnotationFile, MaskVolume } from '../annotation';
import type { Around } from '../around';
import type { SegFrame, SegLayout } from './dicomSegFrames';
import { layoutOf } from './dicomSegFrames';
import type { Segments } from '../images/dicom/segments';
import { readSegments } from '../images/dicom/segments';
import { memorySource } from '../images/byteSource';
import { wasmDecoders } from '../images/dicom/decode';
import type { DicomImage } from '../images/dicom/file';
import { openFile } from '../images/dicom/file';
import { readHeader } from '../images/dicom/header';
import type { ImageServices } from '../images/picture';
import { orCutOff, UnreadableImage } from '../images/unreadable';
import { ownServices } from './niftiMask';
import type { Problems } from '../problems';
import { createProblems } from '../problems';
import { annotationsOf } from '../volume';

const format = 'DICOM SEG';
/** Voxels of all volumes of a file together. */
const mostVoxels = 1 << 29;

/** With more volumes than these, segments are put in one of their own, without a look at all of them. */
const mostTried = 16;

const others: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10008.5.1.4.1.1.481.3', 'an RT structure set'],
  ['1.2.840.10008.5.1.4.1.1.66.5', 'a surface segmentation'],
  ['1.2.840.10008.5.1.4.1.1.88.33', 'a structured report'],
  ['1.2.840.10008.5.1.4.1.1.88.34', 'a structured report'],
]);

/**
 * Reads a DICOM segmentation, binary, fractional or a label map: each segment is one annotation, its frames put where they
 * lie. Segments that overlap are in volumes of their own. Nothing for DICOM files of other kinds that were not named.
 */
export async function readDicomSeg(bytes: Uint8Array, around: Around): Promise<AnnotationFile | undefined> {
  const services = around.services ?? ownServices;
  const failed = (problem: string) => ({ format, images: [], problems: [problem] });
  let isSegmentation = false;
  try {
    // The parser throws what it likes at headers that are cut off.
    return await orCutOff('DICOM', async () => {
      const { dataSet } = await readHeader(memorySource(bytes), services.limits.unpacked);
      const kind = (dataSet.string('x00080016') ?? '').trim();
      isSegmentation = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.66\.[47]$/.test(kind);
      if (isSegmentation) return readSegmentation(dataSet, bytes, services);
      const what = others.get(kind) ?? 'an image';
      return around.isNamed ? failed(`This DICOM file is ${what}, not a segmentation.`) : undefined;
    });
  } catch (error) {
    if (!(error instanceof UnreadableImage)) throw error;
    return isSegmentation || around.isNamed ? failed(error.message) : undefined;
  }
}

async function readSegmentation(dataSet: DataSet, bytes: Uint8Array, services: ImageServices): Promise<AnnotationFile> {
  const image = await openFile(memorySource(bytes), services, wasmDecoders(services));
  const type = (dataSet.string('x00620001') ?? '').trim();
  const layout = layoutOf(dataSet, image, type === 'LABELMAP');
  const { width, height, depth } = layout;
  if (width * height * depth > mostVoxels) {
    throw new UnreadableImage(`This segmentation is too large (${width} × ${height} × ${depth} voxels).`);
  }
  const problems = createProblems();
  const segments = readSegments(dataSet);
  const annotations =
    type === 'LABELMAP'
      ? await readLabelMap(image, layout, segments)
      : await readByFrames(image, layout, segments, dataSet.uint16('x0062000e'), type === 'FRACTIONAL', problems);
  const { reader } = segments;
  const made = reader === undefined ? annotations : annotations.map((one) => ({ ...one, reader }));
  return {
    format: `${format}, ${kindOf(type, layout, annotations)}`,
    images: [{ fileName: '', width, height, annotations: made }],
    ...problems.told(),
    lacksAttributes: true,
  };
}

/** Which kind of segmentation it is, in words. */
function kindOf(type: string, { isTiled }: SegLayout, annotations: readonly Annotation[]): string {
  const kind = type === 'LABELMAP' ? 'label map' : type === 'FRACTIONAL' ? 'fractional' : 'binary';
  const volumes = new Set(annotations.map(({ shape }) => shape.type === 'volume' && shape.volume));
  const overlaps = kind === 'binary' && volumes.size > 1 ? ', overlapping' : '';
  return `${kind}${overlaps}${isTiled ? ', tiled' : ''}`;
}

/** Copies a frame to its place, as far as it lies in the volume; `write` says what becomes of what is there. */
function copyFrame(
  pixels: ArrayLike<number>,
  size: { readonly width: number; readonly height: number },
  { slice, left, top }: SegFrame,
  { width, height }: SegLayout,
  write: (at: number, value: number) => void,
): void {
  for (let y = Math.max(0, -top); y < Math.min(size.height, height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(size.width, width - left); x++) {
      const value = pixels[y * size.width + x] ?? 0;
      if (value !== 0) write(left + x + width * (top + y + height * slice), value);
    }
  }
}

function volumeOf(layout: SegLayout, values: MaskVolume['values'], whole?: number): MaskVolume {
  const { width, height, depth, planes, toPatient, images } = layout;
  return { width, height, depth, values, planes, toPatient, images, whole };
}

async function readLabelMap(image: DicomImage, layout: SegLayout, { keys }: Segments): Promise<Annotation[]> {
  const { width, height, depth, frames } = layout;
  const size = width * height * depth;
  const values = image.shape.stored > 8 ? new Uint16Array(size) : new Uint8Array(size);
  for (const [index, frame] of frames.entries()) {
    const pixels = await image.readStored(index);
    copyFrame(pixels, image.shape, frame, layout, (at, value) => (values[at] = value));
  }
  return annotationsOf(volumeOf(layout, values)).map((one) => {
    const label = keys.get(one.label.number ?? 0);
    return label ? { ...one, label } : one;
  });
}

async function readByFrames(
  image: DicomImage,
  layout: SegLayout,
  segments: Segments,
  maximum: number | undefined,
  isFractional: boolean,
  { add }: Problems,
): Promise<Annotation[]> {
  const bySegment = new Map<number, number[]>();
  layout.frames.forEach(({ segment }, index) => {
    if (segment === undefined) return add(`Frame ${index + 1} does not say of which segment it is.`);
    const frames = bySegment.get(segment) ?? [];
    frames.push(index);
    bySegment.set(segment, frames);
  });
  for (const segment of bySegment.keys()) {
    if (!segments.keys.has(segment)) add(`Frames are of segment ${segment}, which the file does not describe.`);
  }
  const whole = isFractional ? (maximum ?? 255) : undefined;
  const numbers = [...bySegment.keys()].sort((a, b) => a - b);
  const place = (order: readonly number[]) => placeSegments(image, layout, bySegment, order, whole);
  let placed: PlacedSegments | undefined = await place(numbers);
  if (placed.volumes > 1) {
    // Segments that overlap: small ones come after large ones, so that they lie over them.
    const { sizes } = placed;
    // Its memory is needed again.
    placed = undefined;
    placed = await place([...numbers].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)));
  }
  for (const segment of placed.leftOut) {
    add(`Segment ${segment} is left out: all that overlap or have fractions would take too much memory.`);
  }
  return [...placed.of].map(([segment, volume]) => ({
    id: String(segment),
    label: segments.keys.get(segment) ?? { name: String(segment), number: segment },
    shape: { type: 'volume', volume, value: segment },
    attributes: new Map(),
  }));
}

/** Segments in volumes; those of which nothing is marked have none. */
interface PlacedSegments {
  readonly of: ReadonlyMap<number, MaskVolume>;
  /** How many voxels are marked of each. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly volumes: number;
  readonly leftOut: readonly number[];
}

/**
 * Puts segments into volumes, in `order`: each into one of its own where values are fractions of `whole`, else into one
 * that comes after all those that it lies over.
 */
async function placeSegments(
  image: DicomImage,
  layout: SegLayout,
  bySegment: ReadonlyMap<number, readonly number[]>,
  order: readonly number[],
  whole: number | undefined,
): Promise<PlacedSegments> {
  const size = layout.width * layout.height * layout.depth;
  const isWide = Math.max(0, ...order) > 0xff && whole === undefined;
  const volumes: MaskVolume[] = [];
  const of = new Map<number, MaskVolume>();
  const sizes = new Map<number, number>();
  const leftOut: number[] = [];
  for (const segment of order) {
    const each = async (visit: (at: number, value: number) => void) => {
      for (const index of bySegment.get(segment) ?? []) {
        const frame = layout.frames[index];
        if (frame) copyFrame(await image.readStored(index), image.shape, frame, layout, visit);
      }
    };
    let volume = whole === undefined ? volumes[await firstFree(volumes, each)] : undefined;
    if (!volume) {
      if ((volumes.length + 1) * size > mostVoxels) {
        leftOut.push(segment);
        continue;
      }
      volume = volumeOf(layout, isWide ? new Uint16Array(size) : new Uint8Array(size), whole);
      volumes.push(volume);
    }
    const { values } = volume;
    let count = 0;
    await each((at, value) => {
      values[at] = whole === undefined ? segment : value;
      count++;
    });
    sizes.set(segment, count);
    if (count > 0) of.set(segment, volume);
  }
  return { of, sizes, volumes: volumes.length, leftOut };
}

/** The index of the first volume that comes after all in which something is where the segment is. */
async function firstFree(
  volumes: readonly MaskVolume[],
  each: (visit: (at: number) => void) => Promise<void>,
): Promise<number> {
  if (volumes.length > mostTried) return volumes.length;
  let free = 0;
  await each((at) => {
    for (let i = free; i < volumes.length; i++) if (volumes[i]!.values[at] !== 0) free = i + 1;
  });
  return free;
}
