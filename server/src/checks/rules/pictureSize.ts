import type { AnnotatedImage } from '../../annotations/annotation';
import { imageFormat, imageSize } from '../../annotations/imageSize';
import { memorySource } from '../../annotations/images/byteSource';
import { isNifti, niftiSize } from '../../annotations/images/nifti';
import { unpackStart } from '../../annotations/images/unpack';
import { ownServices } from '../../annotations/readers/niftiMask';

/** The size of a picture in pixels and slices. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Whether it is known how it lies in the patient. */
  readonly isPlaced: boolean;
}

/** The size that the header of an image states; nothing for formats that are not looked into, and for broken files. */
export async function pictureSize(bytes: Uint8Array): Promise<PictureSize | undefined> {
  const flat = imageSize(bytes);
  if (flat) return { ...flat, depth: 1, isPlaced: false };
  try {
    if (imageFormat(bytes) === 'DICOM') {
      const { openDicom } = await import('../../annotations/images/dicom/open');
      const { width, height, depth, toPatient, planes } = await openDicom(memorySource(bytes), ownServices);
      return { width, height, depth, isPlaced: toPatient !== undefined || planes !== undefined };
    }
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const start = isPacked ? await unpackStart(memorySource(bytes), 'gzip', 544, 'gzip') : bytes.subarray(0, 544);
    return isNifti(start) ? { ...niftiSize(start), isPlaced: true } : undefined;
  } catch {
    // What is wrong with the image, the preview tells.
    return undefined;
  }
}

/** The sizes of annotations and their picture, in words, where they do not go together. */
export function sizesApart(image: AnnotatedImage, picture: PictureSize): { own: string; its: string } | undefined {
  const volume = image.annotations.map(({ shape }) => shape).find(({ type }) => type === 'volume');
  if (volume?.type === 'volume') {
    const { width, height, depth, planes, toPatient } = volume.volume;
    // Voxels whose places are known are put where they belong, whatever their size.
    const isPlaced = toPatient !== undefined || planes !== undefined;
    if (isPlaced && picture.isPlaced) return undefined;
    if (width === picture.width && height === picture.height && depth === picture.depth) return undefined;
    const text = (size: Omit<PictureSize, 'isPlaced'>) => `${size.width} × ${size.height} × ${size.depth}`;
    return { own: `${text(volume.volume)} voxels`, its: text(picture) };
  }
  const { width, height } = image;
  if (width === undefined || height === undefined) return undefined;
  // A photograph may say that it is to be turned.
  const isSame = (w: number, h: number) => w === picture.width && h === picture.height;
  if (isSame(width, height) || isSame(height, width)) return undefined;
  return { own: `${width} × ${height} pixels`, its: `${picture.width} × ${picture.height}` };
}
