import type { OpenPicture } from './decoder';
import type { PlaneView } from './planes';
import { showFrame } from './windowing';
import type { PresetWindow } from './windows';
import { windowChoices } from './windows';

/** A plane of a picture in the pixels it has, through the window that fits best. Rejects when it cannot be read. */
export async function stillOf(
  picture: OpenPicture,
  plane: PlaneView,
  index: number,
  presets: readonly PresetWindow[],
): Promise<OffscreenCanvas> {
  const { info } = picture;
  const frame = await picture.plane(plane, index, 0);
  const window = windowChoices(info, presets, frame)[0]?.window ?? { center: 128, width: 256 };
  const image = new ImageData(plane.width, plane.height);
  showFrame(frame, { channels: info.channels, inverted: info.inverted, window }, new Uint32Array(image.data.buffer));
  const canvas = new OffscreenCanvas(plane.width, plane.height);
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  return canvas;
}
