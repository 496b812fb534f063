import type { AnnotationFile } from '../annotation';
import type { Around } from '../around';
import { memorySource } from '../images/byteSource';
import { planeAt } from '../images/geometry';
import type { ImageServices, Picture } from '../images/picture';
import { defaultLimits } from '../images/picture';
import { UnreadableImage } from '../images/unreadable';
import { looksLikeLabels } from '../likeLabels';
import { createProblems } from '../problems';
import { annotationsOf } from '../volume';

const name = 'label mask, NIfTI';
/** Slices that are looked at, evenly spread, to tell a mask from an image. */
const looked = 8;
const mostVoxels = 1 << 29;

/** What readers of images are given where nothing else is at hand: no decoders beyond their own. */
export const ownServices: ImageServices = {
  limits: defaultLimits,
  loadWasm: () => Promise.reject(new UnreadableImage('This needs a decoder that is not here.')),
};

/**
 * Reads a NIfTI volume, gzip or not, as a mask: each value but 0 is one annotation. Nothing for other files, and for images
 * that were not named as a mask.
 */
export async function readNiftiMask(bytes: Uint8Array, { isNamed }: Around): Promise<AnnotationFile | undefined> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const format = isPacked ? `${name}, gzip` : name;
  const failed = (problem: string) => (isNamed ? { format, images: [], problems: [problem] } : undefined);
  const { isNifti, openNifti } = await import('../images/nifti');
  const { unpackStart } = await import('../images/unpack');
  const source = memorySource(bytes);
  try {
    if (!isNifti(isPacked ? await unpackStart(source, 'gzip', 544, 'gzip') : bytes.subarray(0, 544))) return undefined;
    const picture = await openNifti(source, ownServices, isPacked);
    const { width, height, depth, times } = picture;
    // A mask has one value a voxel; images of several inputs follow one another in one file.
    if (times > 1 && !isNamed) return undefined;
    if (picture.channels > 1) return failed('This NIfTI file is in colour, so it is no label mask.');
    if (width * height * depth > mostVoxels) return failed(`This mask is too large (${width} × ${height} × ${depth}).`);
    if (!(await isMask(picture, isNamed ? 0x10000 : 256))) {
      return failed('This NIfTI file holds an image, not a label mask: its values are not those of labels.');
    }
    const problems = createProblems();
    if (times > 1) problems.add(`Only the first of its ${times} volumes is read.`);
    const values = (await bytesInOrder(picture)) ?? (await voxelsOf(picture, problems.add));
    const { toPatient } = picture;
    const planes = toPatient && Array.from({ length: depth }, (_, slice) => planeAt(toPatient, slice));
    const volume = { width, height, depth, values, ...(toPatient ? { toPatient, planes } : {}) };
    const annotations = annotationsOf(volume);
    const images = [{ fileName: '', width, height, annotations }];
    return { format, images, ...problems.told(), lacksAttributes: true };
  } catch (error) {
    if (error instanceof UnreadableImage) return failed(error.message);
    throw error;
  }
}

async function isMask(picture: Picture, most: number): Promise<boolean> {
  const { width, depth } = picture;
  const step = Math.max(1, Math.floor(depth / looked));
  for (let slice = 0; slice < depth; slice += step) {
    const { values, slope, intercept } = await picture.read(slice);
    if (!Number.isInteger(slope) || !Number.isInteger(intercept)) return false;
    if (!looksLikeLabels(values, width, most)) return false;
  }
  return true;
}

/** Bytes that lie in memory slice after slice are labels as they are: they are not copied. */
async function bytesInOrder({ width, height, depth, read }: Picture): Promise<Uint8Array | undefined> {
  const size = width * height;
  let first: Uint8Array | undefined;
  for (let slice = 0; slice < depth; slice++) {
    const { values, slope, intercept } = await read(slice);
    if (!(values instanceof Uint8Array) || slope !== 1 || intercept !== 0) return undefined;
    first ??= values;
    if (values.buffer !== first.buffer || values.byteOffset !== first.byteOffset + slice * size) return undefined;
  }
  return first && new Uint8Array(first.buffer, first.byteOffset, size * depth);
}

/** The voxels as labels, in as few bytes as they need. */
async function voxelsOf(
  { width, height, depth, read }: Picture,
  problem: (text: string) => void,
): Promise<Uint8Array | Uint16Array | Uint32Array> {
  const size = width * height;
  let values: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(size * depth);
  for (let slice = 0; slice < depth; slice++) {
    const frame = await read(slice);
    let highest = 0;
    for (let i = 0; i < size; i++) {
      const value = (frame.values[i] ?? 0) * frame.slope + frame.intercept;
      if (value > highest) highest = value;
    }
    if (highest > 0xff && values instanceof Uint8Array) values = Uint16Array.from(values);
    if (highest > 0xffff && values instanceof Uint16Array) values = Uint32Array.from(values);
    for (let i = 0; i < size; i++) {
      const value = (frame.values[i] ?? 0) * frame.slope + frame.intercept;
      if (Number.isInteger(value) && value >= 0 && value <= 0xffffffff) values[slice * size + i] = value;
      else problem('Some voxels have values that no label can have: negative, broken or beyond 4294967295.');
    }
  }
  return values;
}
