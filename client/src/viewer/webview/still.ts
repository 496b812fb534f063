import type { Frame } from '../../../../server/src/annotations/images/picture';
import type { PictureInfo } from './planes';
import { showFrame } from './windowing';
import type { PresetWindow } from './windows';
import { windowChoices } from './windows';

/** A plane of a picture in its own pixels, through the window that the viewer would begin with. */
export function stillOf(
  info: PictureInfo,
  frame: Frame,
  { width, height }: { readonly width: number; readonly height: number },
  presets: readonly PresetWindow[],
): OffscreenCanvas {
  const window = windowChoices(info, presets, frame)[0]?.window ?? { center: 128, width: 256 };
  const image = new ImageData(width, height);
  showFrame(frame, { channels: info.channels, inverted: info.inverted, window }, new Uint32Array(image.data.buffer));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  return canvas;
}
