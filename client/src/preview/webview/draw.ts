import type { Bounds } from '../../../../server/src/annotations/bounds';
import { placeChips } from './chips';
import { textOn } from './colors';
import type { Region } from './geometry';
import { placed } from './geometry';
import type { LabelStyle } from './labelStyles';
import { outlineOf, tinted } from './paths';
import type { Size, View } from './transform';
import { toScreen } from './transform';

/** A region with how it is drawn. */
export interface StyledRegion {
  readonly region: Region;
  readonly style: LabelStyle;
}

/** What one frame shows. */
export interface Scene {
  readonly picture: ImageBitmap;
  readonly regions: readonly StyledRegion[];
  readonly names: boolean;
  /** The region under the pointer, drawn stronger. */
  readonly hovered?: Region;
  /** The label that the cursor or the reader has chosen: the others step back. */
  readonly chosen?: string;
}

const fillOpacity = 0.3;
const dimmed = 0.25;

/** Draws a scene. `size` is the canvas's in CSS pixels, `density` the device's pixels for each. */
export function draw(context: CanvasRenderingContext2D, scene: Scene, view: View, size: Size, density: number): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.translate(view.x, view.y);
  context.scale(view.scale, view.scale);
  context.imageSmoothingEnabled = view.scale < 2;
  context.imageSmoothingQuality = 'high';
  context.drawImage(scene.picture, 0, 0);

  const anyChosen = scene.regions.some(({ style }) => style.key === scene.chosen);
  // Large regions first, so that small ones on them stay to be seen.
  const ordered = [...scene.regions].sort((a, b) => area(b.region.bounds) - area(a.region.bounds));
  for (const styled of ordered) {
    const strong = styled.region === scene.hovered || (anyChosen && styled.style.key === scene.chosen);
    context.globalAlpha = anyChosen && !strong ? dimmed : 1;
    drawRegion(context, styled, view.scale, strong);
  }
  context.globalAlpha = 1;
  if (scene.names) {
    context.setTransform(density, 0, 0, density, 0, 0);
    drawNames(context, ordered.reverse(), view, size, anyChosen ? scene.chosen : undefined);
  }
}

function area({ width, height }: Bounds): number {
  return width * height;
}

function drawRegion(
  context: CanvasRenderingContext2D,
  { region, style }: StyledRegion,
  scale: number,
  strong: boolean,
): void {
  const { shape } = region.annotation;
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * fillOpacity * (strong ? 1.5 : 1);
  context.fillStyle = style.color;
  if (region.mask) context.drawImage(tinted(region.mask, style.color), region.bounds.x, region.bounds.y);
  else if (shape.type === 'polygon') context.fill(outlineOf(region), 'evenodd');
  context.globalAlpha = alpha;

  // A label that the taxonomy does not have is dashed, so that its colour need not be told from others.
  context.setLineDash(style.label ? [] : [6 / scale, 4 / scale]);
  if (shape.type === 'keypoints') drawKeyPoints(context, region, style, scale, strong);
  else line(context, outlineOf(region), style.color, scale, strong);
  context.setLineDash([]);
}

/** A coloured line on a dark one: to be seen on bone as on air. Widths are in CSS pixels at every zoom. */
function line(context: CanvasRenderingContext2D, path: Path2D, color: string, scale: number, strong: boolean): void {
  context.lineJoin = 'round';
  const width = strong ? 3 : 1.75;
  context.lineWidth = (width + 1.5) / scale;
  context.strokeStyle = 'rgba(0, 0, 0, 0.55)';
  context.stroke(path);
  context.lineWidth = width / scale;
  context.strokeStyle = color;
  context.stroke(path);
}

function drawKeyPoints(
  context: CanvasRenderingContext2D,
  { annotation: { shape } }: Region,
  { color, label }: LabelStyle,
  scale: number,
  strong: boolean,
): void {
  if (shape.type !== 'keypoints') return;
  const points = placed(shape.points);
  const byName = new Map(points.map((point) => [point.name, point.at]));
  const bones = new Path2D();
  for (const [from, to] of label?.skeleton ?? []) {
    const [a, b] = [byName.get(from), byName.get(to)];
    if (!a || !b) continue;
    bones.moveTo(a[0], a[1]);
    bones.lineTo(b[0], b[1]);
  }
  line(context, bones, color, scale, strong);
  context.setLineDash([]);
  for (const { at, visible } of points) {
    const dot = new Path2D();
    dot.arc(at[0], at[1], (strong ? 5.5 : 4.5) / scale, 0, 2 * Math.PI);
    context.fillStyle = visible ? color : 'rgba(0, 0, 0, 0.6)';
    context.fill(dot);
    line(context, dot, visible ? '#ffffff' : color, scale, false);
  }
}

function drawNames(
  context: CanvasRenderingContext2D,
  regions: readonly StyledRegion[],
  view: View,
  size: Size,
  chosen: string | undefined,
): void {
  context.font = '600 11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  const shown = regions.filter(({ style }) => !chosen || style.key === chosen);
  const wanted = shown.map(({ region: { bounds }, style }) => {
    const [x, y] = toScreen(view, [bounds.x, bounds.y]);
    return { x, y: y - 19, width: context.measureText(caption(style)).width + 10, height: 17 };
  });
  placeChips(wanted, size).forEach((place, index) => {
    const style = shown[index]?.style;
    if (!place || !style) return;
    context.fillStyle = style.color;
    context.beginPath();
    context.roundRect(place.x, place.y, place.width, place.height, 3);
    context.fill();
    context.fillStyle = textOn(style.color);
    context.fillText(caption(style), place.x + 5, place.y + place.height / 2 + 0.5);
  });
}

function caption({ name, label }: LabelStyle): string {
  const short = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  return label ? short : `${short} ?`;
}
