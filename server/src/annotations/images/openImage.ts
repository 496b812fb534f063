import { imageFormat } from '../imageSize';
import type { ByteSource } from './byteSource';
import { isNifti } from './nifti';
import { isNrrd } from './nrrd';
import type { ImageServices, Picture } from './picture';
import { unpackStart } from './unpack';
import { UnreadableImage } from './unreadable';

type Reader = (source: ByteSource, services: ImageServices) => Promise<Picture>;

/** The readers by format; each is loaded when a file needs it. */
const readers: ReadonlyMap<string, () => Promise<Reader>> = new Map<string, () => Promise<Reader>>([
  ['PNG', async () => (await import('./png')).openPng],
  ['JPEG', async () => (await import('./jpeg')).openJpeg],
  ['WebP', async () => (await import('./native')).nativeReader('WebP', 'image/webp')],
  ['BMP', async () => (await import('./native')).nativeReader('BMP', 'image/bmp')],
  ['TIFF', async () => (await import('./tiff')).openTiff],
  ['DICOM', async () => (await import('./dicom/open')).openDicom],
  ['NIfTI', async () => (await import('./nifti')).openNifti],
  ['NIfTI, gzip', async () => async (source, services) => (await import('./nifti')).openNifti(source, services, true)],
  ['NRRD', async () => (await import('./nrrd')).openNrrd],
]);

/** So much of a file tells its format. */
const enough = 512;

/** The format that a file begins like, by its content; nothing when none that is known. Rejects for a damaged gzip. */
export async function recogniseImage(source: ByteSource): Promise<string | undefined> {
  const start = await source.read(0, enough);
  if (isNrrd(start)) return 'NRRD';
  if (isNifti(start)) return 'NIfTI';
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return isNifti(await unpackStart(source, 'gzip', enough, 'gzip')) ? 'NIfTI, gzip' : undefined;
  }
  return imageFormat(start);
}

/**
 * Opens an image of any format that is known, recognised by its content. Rejects with {@link UnreadableImage}, whose
 * sentence is for the user.
 */
export async function openImage(source: ByteSource, services: ImageServices): Promise<Picture> {
  if (source.size === 0) throw new UnreadableImage('This file is empty.');
  const format = await recogniseImage(source);
  const load = format === undefined ? undefined : readers.get(format);
  if (!load) {
    throw new UnreadableImage(
      format
        ? `Images of the format ${format} are not supported.`
        : 'This file is of no image format that is known here.',
    );
  }
  const open = await load();
  return open(source, services);
}
