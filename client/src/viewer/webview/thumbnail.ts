import type { Frame } from '../../../../server/src/annotations/images/picture';
import { element } from '../../webview/dom';
import type { Addressed, Decoder } from './decoder';
import { aspectOf } from './paintPane';
import type { PictureInfo, PlaneView } from './planes';
import { planesOf } from './planes';
import { stillOf } from './still';
import type { PresetWindow } from './windows';

/** The middle plane of a picture with fewer pixels: small enough to be kept, and to be shown through any window. */
export interface SmallPicture {
  readonly info: PictureInfo;
  readonly plane: PlaneView;
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
}

/** Reads the middle of a picture, with as many pixels as `side` asks for, up to twice as many in each direction. */
export async function readSmall(decoder: Decoder, files: readonly Addressed[], side: number): Promise<SmallPicture> {
  const picture = await decoder.open(files);
  try {
    const { info } = picture;
    const [plane] = planesOf(info);
    const frame = await picture.plane(plane, info.toPatient ? plane.depth >> 1 : 0, 0);
    return { info, plane, ...shrunk(frame, plane, info.channels, side) };
  } finally {
    picture.close();
  }
}

/** The means of squares of pixels. */
function shrunk(
  frame: Frame,
  size: { readonly width: number; readonly height: number },
  channels: number,
  side: number,
): Pick<SmallPicture, 'frame' | 'width' | 'height'> {
  const step = Math.max(1, Math.floor(Math.min(size.width, size.height) / side));
  const [width, height] = [Math.floor(size.width / step), Math.floor(size.height / step)];
  const { values: all } = frame;
  const values = new (all.constructor as Float64ArrayConstructor)(width * height * channels) as unknown as typeof all;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width * channels; x++, at++) {
      const channel = x % channels;
      const left = ((x - channel) / channels) * step;
      let sum = 0;
      for (let row = y * step; row < (y + 1) * step; row++) {
        for (let column = left; column < left + step; column++) {
          sum += all[(row * size.width + column) * channels + channel]!;
        }
      }
      values[at] = sum / (step * step);
    }
  }
  return { frame: { ...frame, values }, width, height };
}

/** Draws a picture into a square of `side` pixels, through the window that the viewer would begin with. */
export function paintSmall(
  { info, plane, frame, width, height }: SmallPicture,
  presets: readonly PresetWindow[],
  side: number,
): HTMLCanvasElement {
  const full = stillOf(info, frame, { width, height }, presets);
  const attributes = { width: side, height: side, 'aria-hidden': true };
  const canvas = element('canvas', { class: 'thumbnail', attributes });
  const scale = side / Math.min(width, height * aspectOf(plane));
  const [across, down] = [width * scale, height * aspectOf(plane) * scale];
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(full, (side - across) / 2, (side - down) / 2, across, down);
  return canvas;
}
