import type { Decoder } from '../../viewer/webview/decoder';
import { storedPlane } from '../../viewer/webview/planes';
import { stillOf } from '../../viewer/webview/still';
import { isShownByBrowser } from '../../webview/browserFormats';
import type { LookSample } from '../protocol';

/**
 * Loads the picture of a sample, its pixels as they are stored, on which places of annotations count. Nothing where it cannot
 * be read, which the preview explains, and for volumes, whose annotations lie on many slices.
 */
export function createPictureLoader(decoder: Decoder): (sample: LookSample) => Promise<ImageBitmap | undefined> {
  async function decoded({ image, imageName, windows }: LookSample): Promise<ImageBitmap | undefined> {
    const picture = await decoder.open([{ name: imageName, address: image }]);
    try {
      if (picture.info.depth > 1) return undefined;
      const plane = storedPlane(picture.info);
      return stillOf(picture.info, await picture.plane(plane, 0, 0), plane, windows).transferToImageBitmap();
    } finally {
      picture.close();
    }
  }

  async function shown(address: string): Promise<ImageBitmap | undefined> {
    const response = await fetch(address);
    return response.ok ? createImageBitmap(await response.blob()) : undefined;
  }

  return (sample) =>
    (isShownByBrowser(sample.imageName) ? shown(sample.image) : decoded(sample)).catch(() => undefined);
}
