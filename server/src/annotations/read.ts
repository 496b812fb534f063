import type { AnnotationFile } from './annotation';
import type { Around } from './around';
import { checkedFile } from './checked';
import { imageFormat } from './imageSize';
import { readText } from './readText';

export { formatNames, imageNamed } from './formats';

/** Texts of more bytes are not read: what they become needs many times their size. */
export const largestText = 200_000_000;

/** Whether a file may hold annotations, by its name: those of known other kinds need not be opened. */
export function mayHoldAnnotations(name: string): boolean {
  return /\.(json|geojson|xml|txt|png|nii|gz|dcm)$/i.test(name);
}

/**
 * Reads a file of annotations, whatever its format, which its content tells; nothing when it is of none that is known.
 * What cannot be read of it is told in `problems`. Never rejects.
 */
export async function readAnnotations(
  content: Uint8Array | string,
  around: Around = {},
): Promise<AnnotationFile | undefined> {
  try {
    const file = typeof content === 'string' ? await readText(content, around) : await readBytes(content, around);
    return file && checkedFile(file);
  } catch {
    // No reader throws that is known; what is not known must not take the check or the preview with it.
    return {
      format: 'unknown',
      images: [],
      problems: ['This file could not be read: it is not as files of its kind are.'],
    };
  }
}

async function readBytes(bytes: Uint8Array, around: Around): Promise<AnnotationFile | undefined> {
  const format = imageFormat(bytes);
  if (format === 'DICOM') return (await import('./readers/dicomSeg')).readDicomSeg(bytes, around);
  if (format === 'PNG') return (await import('./readers/labelMask')).readLabelMask(bytes, around);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return (await import('./readers/niftiMask')).readNiftiMask(bytes, around);
  // Only NIfTI has a 0 in its first four bytes.
  if (format === undefined && bytes.subarray(0, 4).includes(0) && !isUtf16(bytes)) {
    return (await import('./readers/niftiMask')).readNiftiMask(bytes, around);
  }
  if (format !== undefined) return undefined;
  if (bytes.length > largestText) return tooLargeText(bytes, bytes.length);
  return readText(new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8').decode(bytes), around);
}

/**
 * What is told of a text of more bytes (`size`) than are read, by its start: so that the rest need not be fetched. Nothing
 * for other files.
 */
export function tooLargeText(start: Uint8Array, size: number): AnnotationFile | undefined {
  const isText = /^\uFEFF?\s*[[{<]/.test(new TextDecoder().decode(start.subarray(0, 4096)));
  if (size <= largestText || !isText) return undefined;
  const sizes = `${Math.round(size / 1_000_000)} MB; up to ${largestText / 1_000_000} MB are read`;
  return { format: 'text', images: [], problems: [`This file is too large to be read at once (${sizes}). Split it.`] };
}

function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}
