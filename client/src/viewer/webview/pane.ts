import type { Point } from '../../../../server/src/annotations/annotation';
import { element } from '../../webview/dom';
import { createLayers } from './layers';
import { markAt } from './marks';
import type { PaneScene } from './paintPane';
import { aspectOf, paintPane, regionsOn } from './paintPane';
import type { Target } from './paneInput';
import { listen } from './paneInput';
import { regionAt } from './geometry';
import { planeToImage } from './planes';
import type { Size, View } from './transform';
import { fit, keepInSight, pan, toImage, zoomAt } from './transform';

/** What the reader does on a pane. Points of the plane are in its pixels, from its upper left corner. */
export interface PaneEvents {
  /** The pointer is over a point of the plane, or has left; `on` in CSS pixels of the pane. */
  onPoint(target: Target | undefined, on: Point): void;
  onPick(target: Target): void;
  /** Go on by so many planes. */
  onScroll(by: number): void;
  /** Go on by so many points in time. */
  onTime(by: number): void;
  /** A drag for the window, in CSS pixels since the last one. */
  onWindow(dx: number, dy: number): void;
  /** What a click and a drag mean now. */
  tool(): 'look' | 'window' | 'measure';
  /** A point is set for a measure; `last` ends it at the points that it has. */
  onMeasure(at: Point, last: boolean): void;
  /** The point that would be set next. */
  onMeasureTo(at: Point): void;
  onCancel(): void;
  onZoom(scale: number): void;
  /** After each frame. */
  onPainted(): void;
}

export interface Pane {
  readonly element: HTMLElement;
  /** Shows a scene; a plane of another size is fitted. Nothing clears it. */
  show(scene: PaneScene | undefined, description: string): void;
  zoom(factor: number): void;
  fit(): void;
  /** How the plane lies on the screen; nothing where all of it is fitted in. */
  view(): View | undefined;
  /** Lets the next plane that is shown lie as another one did. */
  resume(view: View): void;
  focus(): void;
}

/** One plane: fit, zoom to the pointer, pan by drag, and all of it by keys. */
export function createPane(id: string, events: PaneEvents): Pane {
  const canvas = element('canvas', { class: 'pane-canvas', attributes: { id, tabindex: 0, role: 'img' } });
  const frame = element('div', { class: 'pane' }, canvas);
  const context = canvas.getContext('2d');
  const layers = createLayers();
  let scene: PaneScene | undefined;
  let view: View = { scale: 1, x: 0, y: 0 };
  let fitted = true;
  let resumed: View | undefined;
  let size: Size = { width: 0, height: 0 };
  let scheduled = 0;

  function schedule(): void {
    scheduled ||= requestAnimationFrame(() => {
      scheduled = 0;
      paint();
    });
  }

  function paint(): void {
    const density = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if (!context || !width || !height) return;
    if (!scene) {
      context.clearRect(0, 0, width, height);
      return;
    }
    paintPane(context, scene, layers, view, size, density);
    events.onPainted();
  }

  /** The plane as it lies on the screen at scale 1. */
  const extent = (): Size =>
    scene ? { width: scene.plane.width, height: scene.plane.height * aspectOf(scene.plane) } : { width: 1, height: 1 };

  function move(next: View): void {
    if (!scene) return;
    fitted = false;
    view = keepInSight(next, extent(), size);
    events.onZoom(view.scale);
    schedule();
  }

  function fitNow(): void {
    if (!scene || !size.width || !size.height) return;
    fitted = true;
    view = fit(extent(), size);
    events.onZoom(view.scale);
    schedule();
  }

  function toPlanePoint(on: Point): Point {
    const [x, y] = toImage(view, on);
    return [x, scene ? y / aspectOf(scene.plane) : y];
  }

  function targetAt(on: Point): Target | undefined {
    if (!scene) return undefined;
    const at = toPlanePoint(on);
    const { plane, index, marks, frame: values, showing } = scene;
    const [column, row] = [Math.floor(at[0]), Math.floor(at[1])];
    if (column < 0 || row < 0 || column >= plane.width || row >= plane.height) return { at };
    const pixel = row * plane.width + column;
    const found = regionAt(
      regionsOn(scene).map(({ region }) => region),
      planeToImage(plane, at),
      6 / view.scale,
    );
    const voxel = layers
      .valuesAt(plane, index, marks, pixel)
      .map(([styled, value]) => markAt(styled, value)?.annotation)
      .findLast((annotation) => annotation !== undefined);
    const stored = values.values.subarray(pixel * showing.channels, (pixel + 1) * showing.channels);
    return {
      at,
      annotation: found?.annotation ?? voxel,
      values: showing.channels === 1 ? [stored[0]! * values.slope + values.intercept] : [...stored],
    };
  }

  const center = (): Point => [size.width / 2, size.height / 2];

  listen(canvas, events, {
    targetAt,
    toPlanePoint,
    toScreen: ([x, y]) => [x * view.scale + view.x, y * (scene ? aspectOf(scene.plane) : 1) * view.scale + view.y],
    extent: () => (scene ? scene.plane : { width: 1, height: 1 }),
    depth: () => scene?.plane.depth ?? 1,
    view: () => view,
    move,
    fit: fitNow,
    zoom: (factor, at = center()) => move(zoomAt(view, at, factor)),
    pan: (dx, dy) => move(pan(view, dx, dy)),
    actualSize: () => move(zoomAt(view, center(), 1 / view.scale)),
  });

  new ResizeObserver(() => {
    size = { width: frame.clientWidth, height: frame.clientHeight };
    if (fitted) fitNow();
    else if (scene) move(view);
    // At once: a canvas of another size is empty, which would be seen.
    paint();
  }).observe(frame);

  return {
    element: frame,
    show(next, description) {
      const { plane } = scene ?? {};
      const other =
        next?.plane.name !== plane?.name || next?.plane.width !== plane?.width || next?.plane.height !== plane?.height;
      scene = next;
      canvas.setAttribute('aria-label', description);
      if (other) fitNow();
      if (next && resumed) {
        move(resumed);
        resumed = undefined;
      }
      schedule();
    },
    zoom: (factor) => move(zoomAt(view, center(), factor)),
    fit: fitNow,
    view: () => resumed ?? (fitted ? undefined : view),
    resume: (next) => (resumed = next),
    focus: () => canvas.focus(),
  };
}
