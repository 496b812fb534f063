import { element } from '../../webview/dom';
import type { Addressed, Decoder } from './decoder';
import { aspectOf } from './paintPane';
import { planesOf } from './planes';
import { stillOf } from './still';
import type { PresetWindow } from './windows';

/** Draws the middle of a picture into a square of `side` pixels. */
export function createThumbnailPainter(
  decoder: Decoder,
  side: number,
): (files: readonly Addressed[], presets: readonly PresetWindow[]) => Promise<HTMLCanvasElement> {
  return async (files, presets) => {
    const picture = await decoder.open(files);
    try {
      const { info } = picture;
      const [plane] = planesOf(info);
      const full = await stillOf(picture, plane, info.toPatient ? plane.depth >> 1 : 0, presets);
      const canvas = element('canvas', {
        class: 'thumbnail',
        attributes: { width: side, height: side, 'aria-hidden': true },
      });
      const scale = side / Math.min(plane.width, plane.height * aspectOf(plane));
      const [width, height] = [plane.width * scale, plane.height * aspectOf(plane) * scale];
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(full, (side - width) / 2, (side - height) / 2, width, height);
      return canvas;
    } finally {
      picture.close();
    }
  };
}
