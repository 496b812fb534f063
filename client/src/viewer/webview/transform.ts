import type { Point } from '../../../../server/src/annotations/annotation';

/** How an image lies on the screen: `screen = image * scale + offset`, in CSS pixels of the canvas from its upper left. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const smallest = 0.02;
const largest = 40;

/** The whole image in the middle of the canvas, with a margin in CSS pixels. */
export function fit(image: Size, canvas: Size, margin = 8): View {
  const room = { width: Math.max(1, canvas.width - 2 * margin), height: Math.max(1, canvas.height - 2 * margin) };
  const scale = clampScale(Math.min(room.width / image.width, room.height / image.height));
  return {
    scale,
    x: (canvas.width - image.width * scale) / 2,
    y: (canvas.height - image.height * scale) / 2,
  };
}

/** Zooms by a factor; the point of the image under `at` (in CSS pixels) stays where it is. */
export function zoomAt(view: View, at: Point, factor: number): View {
  const scale = clampScale(view.scale * factor);
  const ratio = scale / view.scale;
  return { scale, x: at[0] - (at[0] - view.x) * ratio, y: at[1] - (at[1] - view.y) * ratio };
}

/** Moves the image by CSS pixels. */
export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Keeps at least a part of the image, `rest` CSS pixels wide and high, on the canvas. */
export function keepInSight(view: View, image: Size, canvas: Size, rest = 48): View {
  const clamp = (offset: number, length: number, room: number) =>
    Math.min(Math.max(offset, rest - length * view.scale), room - rest);
  return {
    scale: view.scale,
    x: clamp(view.x, image.width, canvas.width),
    y: clamp(view.y, image.height, canvas.height),
  };
}

export function toImage(view: View, [x, y]: Point): Point {
  return [(x - view.x) / view.scale, (y - view.y) / view.scale];
}

export function toScreen(view: View, [x, y]: Point): Point {
  return [x * view.scale + view.x, y * view.scale + view.y];
}

function clampScale(scale: number): number {
  return Math.min(Math.max(scale, smallest), largest);
}
