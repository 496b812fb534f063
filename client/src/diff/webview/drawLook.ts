import { drawRegions } from '../../viewer/webview/drawRegions';
import { element } from '../../webview/dom';
import type { LookPicture } from './lookPicture';
import type { SeenRegion } from './lookScene';

/** A picture is drawn in at most so many pixels a side: it is shown in half a card. */
const largest = 900;
/** A small picture is drawn so many times larger at most: lines that it is drawn with would hide what they surround. */
const enlarged = 6;
/** So many pixels of the drawing count as one of the page. */
const shrunk = 2;

/** A picture with regions in the colours of one version. What that version does not allow is dashed. */
export function drawLook(
  { bitmap, aspect, place }: LookPicture,
  regions: readonly SeenRegion[],
  description: string,
): HTMLCanvasElement {
  const canvas = element('canvas', { attributes: { role: 'img', 'aria-label': description } });
  const scale = Math.min(enlarged, largest / Math.max(bitmap.width, bitmap.height * aspect));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * aspect * scale));
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(scale, scale * aspect);
  context.drawImage(bitmap, 0, 0);
  context.transform(...place);
  const styled = regions.map(({ region, style, allowed }) => ({
    region,
    style: { ...style, isKnown: allowed, skeleton: style.label?.skeleton ?? [], opacity: allowed ? 1 : 0.8 },
  }));
  drawRegions(context, styled, { filled: true }, scale / shrunk);
  return canvas;
}
