import { placed } from '../../preview/webview/geometry';
import { outlineOf, tinted } from '../../preview/webview/paths';
import { element } from '../../webview/dom';
import type { SeenRegion } from './lookScene';

/** A picture is drawn in at most so many pixels a side: it is shown in half a card. */
const largest = 900;
/** Widths of lines, in pixels of the drawing. */
const lineWidth = 3.5;

/** A picture with regions in the colours of one version. What that version does not allow is dashed. */
export function drawLook(picture: ImageBitmap, regions: readonly SeenRegion[], description: string): HTMLCanvasElement {
  const canvas = element('canvas', { attributes: { role: 'img', 'aria-label': description } });
  const scale = Math.min(1, largest / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(scale, scale);
  context.drawImage(picture, 0, 0);
  for (const seen of regions) drawRegion(context, seen, scale);
  return canvas;
}

function drawRegion(context: CanvasRenderingContext2D, { region, style, allowed }: SeenRegion, scale: number): void {
  const { shape } = region.annotation;
  context.globalAlpha = allowed ? 0.35 : 0.12;
  context.fillStyle = style.color;
  if (region.mask) context.drawImage(tinted(region.mask, style.color), region.bounds.x, region.bounds.y);
  else if (shape.type === 'polygon') context.fill(outlineOf(region), 'evenodd');
  context.globalAlpha = 1;
  context.setLineDash(allowed ? [] : [(3 * lineWidth) / scale, (2 * lineWidth) / scale]);
  if (shape.type !== 'keypoints') line(context, outlineOf(region), style.color, scale);
  context.setLineDash([]);
  if (shape.type !== 'keypoints') return;
  for (const { at } of placed(shape.points)) {
    const dot = new Path2D();
    dot.arc(at[0], at[1], (2 * lineWidth) / scale, 0, 2 * Math.PI);
    context.fill(dot);
    line(context, dot, style.color, scale);
  }
}

/** A coloured line on a dark one: to be seen on bone as on air. */
function line(context: CanvasRenderingContext2D, path: Path2D, color: string, scale: number): void {
  context.lineJoin = 'round';
  context.lineWidth = (lineWidth * 1.8) / scale;
  context.strokeStyle = 'rgba(0, 0, 0, 0.55)';
  context.stroke(path);
  context.lineWidth = lineWidth / scale;
  context.strokeStyle = color;
  context.stroke(path);
}
