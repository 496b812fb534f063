import type { Annotation, AnnotationFile } from '../annotation';
import type { Around } from '../around';
import { imageFormat } from '../imageSize';
import { defaultLimits } from '../images/picture';
import type { StoredPng } from '../images/png';
import { UnreadableImage } from '../images/unreadable';
import { looksLikeLabels } from '../likeLabels';
import { encodeValues } from '../rle';

const name = 'label mask, PNG';

/**
 * Reads a PNG, indexed or grey, as a mask: each value but 0 is one annotation. Nothing for other files, and for pictures
 * that are hardly a mask and were not named as one.
 */
export async function readLabelMask(bytes: Uint8Array, { isNamed }: Around): Promise<AnnotationFile | undefined> {
  if (imageFormat(bytes) !== 'PNG') return undefined;
  const pixels = await pixelsOf(bytes);
  const problem = typeof pixels === 'string' ? pixels : pictureProblem(pixels, isNamed ? 0x10000 : 256);
  if (typeof pixels === 'string' || problem !== undefined) {
    return isNamed ? { format: name, images: [], problems: [problem ?? ''] } : undefined;
  }
  const { width, height, values, depth, palette } = pixels;
  const format = `${name}, ${palette ? 'indexed' : 'grey'}, ${depth} bit`;
  const annotations: Annotation[] = encodeValues(width, height, values).map(({ value, mask }) => ({
    id: String(value),
    label: { name: String(value), number: value },
    shape: { type: 'mask', mask },
    attributes: new Map(),
  }));
  return { format, images: [{ fileName: '', width, height, annotations }], problems: [] };
}

/** The pixels of a PNG, or why they cannot be read. The decoder is loaded when it is needed. */
export async function pixelsOf(bytes: Uint8Array): Promise<StoredPng | string> {
  const { decodePng } = await import('../images/png');
  try {
    return await decodePng(bytes, defaultLimits.unpacked);
  } catch (error) {
    if (error instanceof UnreadableImage) return error.message;
    throw error;
  }
}

function pictureProblem({ channels, values, width }: StoredPng, most: number): string | undefined {
  if (channels > 1) {
    return 'This PNG is in colour, so it is no label mask: a mask is indexed or grey, with the values of labels.';
  }
  return looksLikeLabels(values, width, most) ? undefined : 'This PNG looks like a picture, not like a label mask.';
}
