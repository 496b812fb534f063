import type { Point } from '../../../../server/src/annotations/annotation';
import type { Bounds } from '../../../../server/src/annotations/bounds';
import { placeChips } from './chips';
import { textOn } from './colors';
import type { Region } from './geometry';
import { placed } from './geometry';
import type { Marks, MarkStyle, StyledRegion } from './marks';
import { outlineOf, tinted } from './paths';
import type { Size } from './transform';

const fillOpacity = 0.3;

/** How wide lines are, in pixels of the image a CSS pixel. */
interface Pen {
  readonly scale: number;
  readonly strong: boolean;
}

const dimmed = 0.25;

/**
 * Draws regions in pixels of the image: `context` is set up for it, with `scale` CSS pixels for one of the image. Large
 * regions come first, so that small ones on them stay to be seen.
 */
export function drawRegions(
  context: CanvasRenderingContext2D,
  regions: readonly StyledRegion[],
  marks: Pick<Marks, 'filled' | 'hovered' | 'chosen'>,
  scale: number,
): void {
  for (const styled of bySize(regions)) {
    const chosen = marks.chosen !== undefined && styled.style.key === marks.chosen;
    const strong = styled.region.annotation === marks.hovered || chosen;
    context.globalAlpha = styled.style.opacity * (marks.chosen !== undefined && !strong ? dimmed : 1);
    drawRegion(context, styled, { scale, strong }, marks.filled);
  }
  context.globalAlpha = 1;
}

function bySize(regions: readonly StyledRegion[]): readonly StyledRegion[] {
  return [...regions].sort((a, b) => area(b.region.bounds) - area(a.region.bounds));
}

function area({ width, height }: Bounds): number {
  return width * height;
}

function drawRegion(
  context: CanvasRenderingContext2D,
  { region, style }: StyledRegion,
  pen: Pen,
  filled: boolean,
): void {
  const { shape } = region.annotation;
  const alpha = context.globalAlpha;
  const { strong } = pen;
  context.globalAlpha = alpha * fillOpacity * (strong ? 1.5 : 1);
  context.fillStyle = style.color;
  if (!filled) context.globalAlpha = 0;
  if (region.mask) context.drawImage(tinted(region.mask, style.color), region.bounds.x, region.bounds.y);
  else if (shape.type === 'polygon' || shape.type === 'ellipse') context.fill(outlineOf(region), 'evenodd');
  context.globalAlpha = alpha;

  if (shape.type === 'keypoints') drawKeyPoints(context, region, style, pen);
  else line(context, outlineOf(region), style.color, pen, !style.isKnown);
}

/**
 * A coloured line on a dark one: to be seen on bone as on air. Widths are in CSS pixels at every zoom. Of a label that the
 * taxonomy does not have, the coloured one is dashed, so that its colour need not be told from others, and the dark one is
 * whole: one of both is seen on any grey.
 */
function line(
  context: CanvasRenderingContext2D,
  path: Path2D,
  color: string,
  { scale, strong }: Pen,
  dashed = false,
): void {
  context.lineJoin = 'round';
  const width = strong ? 3 : 1.75;
  context.lineWidth = (width + 1.5) / scale;
  context.strokeStyle = dashed ? 'rgba(0, 0, 0, 0.85)' : 'rgba(0, 0, 0, 0.55)';
  context.stroke(path);
  context.lineWidth = width / scale;
  context.strokeStyle = color;
  context.setLineDash(dashed ? [6 / scale, 4 / scale] : []);
  context.stroke(path);
  context.setLineDash([]);
}

function drawKeyPoints(
  context: CanvasRenderingContext2D,
  { annotation: { shape } }: Region,
  { color, skeleton, isKnown }: MarkStyle,
  pen: Pen,
): void {
  if (shape.type !== 'keypoints') return;
  const points = placed(shape.points);
  const byName = new Map(points.map((point) => [point.name, point.at]));
  const bones = new Path2D();
  for (const [from, to] of skeleton) {
    const [a, b] = [byName.get(from), byName.get(to)];
    if (!a || !b) continue;
    bones.moveTo(a[0], a[1]);
    bones.lineTo(b[0], b[1]);
  }
  line(context, bones, color, pen, !isKnown);
  for (const { at, visible } of points) {
    const dot = new Path2D();
    dot.arc(at[0], at[1], (pen.strong ? 5.5 : 4.5) / pen.scale, 0, 2 * Math.PI);
    context.fillStyle = visible ? color : 'rgba(0, 0, 0, 0.6)';
    context.fill(dot);
    line(context, dot, visible ? '#ffffff' : color, { ...pen, strong: false });
  }
}

/** A name with the place that it wants, in CSS pixels. */
interface Name {
  readonly text: string;
  readonly color: string;
  readonly at: Point;
}

/**
 * Writes the names of regions above them, and beside key points that are pointed at or chosen their own. `place` gives the CSS
 * pixels of a point of the image.
 */
export function drawNames(
  context: CanvasRenderingContext2D,
  regions: readonly StyledRegion[],
  place: (point: Point) => Point,
  size: Size,
  { hovered, chosen }: Pick<Marks, 'hovered' | 'chosen'>,
): void {
  context.font = '600 11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const shown = [...bySize(regions)].reverse().filter(({ style }) => !chosen || style.key === chosen);
  const isStrong = ({ region, style }: StyledRegion) => region.annotation === hovered || style.key === chosen;
  const names: readonly Name[] = [
    ...shown.filter(isStrong).flatMap((styled) => keyPointNames(styled, place)),
    ...shown.map(({ region: { bounds }, style }): Name => {
      const [[ax, ay], [bx, by]] = [
        place([bounds.x, bounds.y]),
        place([bounds.x + bounds.width, bounds.y + bounds.height]),
      ];
      return { text: caption(style), color: style.color, at: [Math.min(ax, bx), Math.min(ay, by) - 19] };
    }),
  ];
  const wanted = names.map(({ text, at: [x, y] }) => {
    return { x, y, width: context.measureText(text).width + 10, height: 17 };
  });
  placeChips(wanted, size).forEach((place, index) => {
    const name = names[index];
    if (!place || !name) return;
    context.fillStyle = name.color;
    context.beginPath();
    context.roundRect(place.x, place.y, place.width, place.height, 3);
    context.fill();
    context.fillStyle = textOn(name.color);
    context.fillText(name.text, place.x + 5, place.y + place.height / 2 + 0.5);
  });
}

function keyPointNames({ region, style }: StyledRegion, place: (point: Point) => Point): Name[] {
  const { shape } = region.annotation;
  if (shape.type !== 'keypoints') return [];
  return placed(shape.points).map(({ name, at }) => {
    const [x, y] = place(at);
    return { text: shortened(name), color: style.color, at: [x + 9, y - 8] };
  });
}

function caption({ name, isKnown }: MarkStyle): string {
  return isKnown ? shortened(name) : `${shortened(name)} ?`;
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
