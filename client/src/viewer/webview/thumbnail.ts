import { element } from '../../webview/dom';
import type { Addressed, Decoder } from './decoder';
import { aspectOf } from './paintPane';
import { planesOf } from './planes';
import { showFrame } from './windowing';
import type { PresetWindow } from './windows';
import { windowChoices } from './windows';

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
      const frame = await picture.plane(plane, info.toPatient ? plane.depth >> 1 : 0, 0);
      const window = windowChoices(info, presets, frame)[0]?.window ?? { center: 128, width: 256 };
      const image = new ImageData(plane.width, plane.height);
      showFrame(
        frame,
        { channels: info.channels, inverted: info.inverted, window },
        new Uint32Array(image.data.buffer),
      );
      const full = new OffscreenCanvas(plane.width, plane.height);
      full.getContext('2d')!.putImageData(image, 0, 0);
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
