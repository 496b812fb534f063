import type { Decoder } from '../../viewer/webview/decoder';
import { aspectOf } from '../../viewer/webview/paintPane';
import { imageToPlane, planesOf } from '../../viewer/webview/planes';
import { stillOf } from '../../viewer/webview/still';
import { isShownByBrowser } from '../../webview/browserFormats';
import type { LookSample } from '../protocol';

/** One slice of a sample, as it is looked at. */
export interface LookPicture {
  readonly bitmap: ImageBitmap;
  /** How high a pixel is, by its width. */
  readonly aspect: number;
  /** From points of the image as it is stored to points of the bitmap, as the six numbers of a canvas transform. */
  readonly place: readonly [number, number, number, number, number, number];
}

/** Loads a slice of a sample, counted from 0. Nothing where it cannot be read, which the preview explains. */
export function createPictureLoader(
  decoder: Decoder,
): (sample: LookSample, slice: number) => Promise<LookPicture | undefined> {
  async function decoded({ image, imageName, windows }: LookSample, slice: number): Promise<LookPicture> {
    const picture = await decoder.open([{ name: imageName, address: image }]);
    try {
      const { info } = picture;
      const [plane] = planesOf(info);
      const frame = await picture.plane(plane, Math.min(slice, plane.depth - 1), 0);
      const bitmap = stillOf(info, frame, plane, windows).transferToImageBitmap();
      return { bitmap, aspect: aspectOf(plane), place: imageToPlane(plane) };
    } finally {
      picture.close();
    }
  }

  async function shown(address: string): Promise<LookPicture | undefined> {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    return { bitmap: await createImageBitmap(await response.blob()), aspect: 1, place: [1, 0, 0, 1, 0, 0] };
  }

  return (sample, slice) =>
    (isShownByBrowser(sample.imageName) ? shown(sample.image) : decoded(sample, slice)).catch(() => undefined);
}
