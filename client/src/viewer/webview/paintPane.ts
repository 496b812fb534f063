import type { Point } from '../../../../server/src/annotations/annotation';
import type { Frame } from '../../../../server/src/annotations/images/picture';
import { drawNames, drawRegions } from './drawRegions';
import type { Layers } from './layers';
import type { Marks, StyledRegion } from './marks';
import type { Measure } from './measure';
import { measureText, scaleBar } from './measure';
import type { PlaneView } from './planes';
import { imageToPlane } from './planes';
import type { Size, View } from './transform';
import { toScreen } from './transform';
import type { Showing } from './windowing';

/** What a pane shows of one plane. Points are in pixels of the plane, from its upper left corner. */
export interface PaneScene {
  readonly plane: PlaneView;
  readonly frame: Frame;
  readonly showing: Showing;
  /** Of the plane shown, from 0. */
  readonly index: number;
  readonly marks: Marks;
  /** Where the other planes cut this one. */
  readonly cross?: Point;
  readonly measures: readonly Measure[];
  /** The keyboard's pointer, while something is measured by keys. */
  readonly pointer?: Point;
}

/** How much higher than wide a pixel is drawn. */
export function aspectOf({ pixel }: PlaneView): number {
  const aspect = pixel.y / pixel.x;
  return aspect > 0.01 && aspect < 100 ? aspect : 1;
}

/** Where a point of the plane is on the screen, in CSS pixels of the canvas. */
export function placeOn(plane: PlaneView, view: View, [x, y]: Point): Point {
  return toScreen(view, [x, y * aspectOf(plane)]);
}

/** The regions on the plane that is shown; none on planes across the slices. */
export function regionsOn({
  plane,
  index,
  marks,
}: Pick<PaneScene, 'plane' | 'index' | 'marks'>): readonly StyledRegion[] {
  if (plane.through !== 2) return [];
  return marks.regions.filter(({ region: { annotation } }) => (annotation.frame ?? index) === index);
}

/** Paints a scene. `size` is the canvas's in CSS pixels, `density` the device's pixels for each. */
export function paintPane(
  context: CanvasRenderingContext2D,
  scene: PaneScene,
  layers: Layers,
  view: View,
  size: Size,
  density: number,
): void {
  const { plane, marks, index } = scene;
  const screen = () => context.setTransform(density, 0, 0, density, 0, 0);
  const aspect = aspectOf(plane);
  screen();
  context.clearRect(0, 0, size.width, size.height);
  context.translate(view.x, view.y);
  context.scale(view.scale, view.scale * aspect);
  context.imageSmoothingEnabled = view.scale < 2 || aspect > 1.5;
  context.imageSmoothingQuality = view.scale < 0.7 ? 'high' : 'low';
  context.drawImage(layers.picture(plane, scene.frame, scene.showing), 0, 0);
  const masks = layers.masks(plane, index, marks);
  if (masks) {
    context.imageSmoothingEnabled = view.scale < 1;
    context.drawImage(masks, 0, 0);
  }
  const regions = regionsOn(scene);
  if (regions.length > 0) {
    const [a, b, c, d, e, f] = imageToPlane(plane);
    context.transform(a, b, c, d, e, f);
    drawRegions(context, regions, marks, view.scale);
    screen();
    const place = ([x, y]: Point): Point => placeOn(plane, view, [a * x + c * y + e, b * x + d * y + f]);
    if (marks.names) drawNames(context, regions, place, size, marks);
  }
  screen();
  const place = (point: Point) => placeOn(plane, view, point);
  if (scene.cross) drawCross(context, place(scene.cross), size);
  for (const measure of scene.measures) drawMeasure(context, measure, plane, place);
  if (scene.pointer) drawPointer(context, place(scene.pointer));
  drawFrame(context, plane, view, size);
}

/** Each line twice, so that it is seen on bright and on dark. */
function stroke(context: CanvasRenderingContext2D, path: Path2D, color: string, width = 1.5): void {
  context.setLineDash([]);
  context.lineWidth = width + 2;
  context.strokeStyle = 'rgba(0, 0, 0, 0.6)';
  context.stroke(path);
  context.lineWidth = width;
  context.strokeStyle = color;
  context.stroke(path);
}

function text(
  context: CanvasRenderingContext2D,
  words: string,
  [x, y]: Point,
  align: CanvasTextAlign,
  color = '#ffffff',
) {
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = 'rgba(0, 0, 0, 0.75)';
  context.strokeText(words, x, y);
  context.fillStyle = color;
  context.fillText(words, x, y);
}

function drawCross(context: CanvasRenderingContext2D, [x, y]: Point, { width, height }: Size): void {
  const gap = 8;
  const path = new Path2D();
  for (const [ax, ay, bx, by] of [
    [0, y, x - gap, y],
    [x + gap, y, width, y],
    [x, 0, x, y - gap],
    [x, y + gap, x, height],
  ] as const) {
    path.moveTo(ax, ay);
    path.lineTo(bx, by);
  }
  context.globalAlpha = 0.6;
  stroke(context, path, '#7fd4ff', 1);
  context.globalAlpha = 1;
}

const measureColor = '#ffe14d';

function drawMeasure(
  context: CanvasRenderingContext2D,
  { tool, points, done }: Measure,
  plane: PlaneView,
  place: (point: Point) => Point,
): void {
  const path = new Path2D();
  const corners = points.map(place);
  corners.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
  if (tool === 'area' && done) path.closePath();
  stroke(context, path, measureColor);
  for (const [x, y] of corners) {
    const dot = new Path2D();
    dot.arc(x, y, 2.5, 0, 2 * Math.PI);
    stroke(context, dot, measureColor);
  }
  const last = corners.at(-1);
  context.font = '600 12px system-ui, sans-serif';
  if (last && points.length > 1)
    text(context, measureText(tool, points, plane), [last[0] + 9, last[1] - 9], 'left', measureColor);
}

function drawPointer(context: CanvasRenderingContext2D, [x, y]: Point): void {
  const path = new Path2D();
  path.moveTo(x - 7, y);
  path.lineTo(x + 7, y);
  path.moveTo(x, y - 7);
  path.lineTo(x, y + 7);
  stroke(context, path, measureColor, 1);
}

/** The letters of the patient's sides, and a scale bar. */
function drawFrame(context: CanvasRenderingContext2D, plane: PlaneView, view: View, { width, height }: Size): void {
  context.font = '600 13px system-ui, sans-serif';
  const { letters } = plane;
  if (letters) {
    text(context, letters.left, [8, height / 2], 'left');
    text(context, letters.right, [width - 8, height / 2], 'right');
    text(context, letters.top, [width / 2, 14], 'center');
    text(context, letters.bottom, [width / 2, height - 14], 'center');
  }
  if (!plane.measured) return;
  const bar = scaleBar(view.scale / plane.pixel.x, Math.min(160, width / 3));
  if (!bar) return;
  const [x, y] = [width - 14 - bar.pixels, height - 14];
  const path = new Path2D();
  path.moveTo(x, y - 4);
  path.lineTo(x, y);
  path.lineTo(x + bar.pixels, y);
  path.lineTo(x + bar.pixels, y - 4);
  stroke(context, path, '#ffffff');
  context.font = '12px system-ui, sans-serif';
  text(context, bar.text, [x + bar.pixels, y - 14], 'right');
}
