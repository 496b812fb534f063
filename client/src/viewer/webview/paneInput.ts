import type { Annotation, Point } from '../../../../server/src/annotations/annotation';
import type { PaneEvents } from './pane';
import type { Size, View } from './transform';
import { pan } from './transform';

/** What lies below the pointer. */
export interface Target {
  /** In pixels of the plane. */
  readonly at: Point;
  readonly annotation?: Annotation;
  /** In the unit of the picture: one of a grey picture, else red, green, blue. Absent beside the picture. */
  readonly values?: readonly number[];
}

/** What input moves. Points on the screen are in CSS pixels of the canvas. */
export interface Movable {
  targetAt(on: Point): Target | undefined;
  toPlanePoint(on: Point): Point;
  toScreen(at: Point): Point;
  /** Of the plane, in its pixels. */
  extent(): Size;
  depth(): number;
  view(): View;
  move(view: View): void;
  fit(): void;
  zoom(factor: number, at?: Point): void;
  pan(dx: number, dy: number): void;
  actualSize(): void;
}

/** Listens to pointer, wheel and keys on a canvas. */
export function listen(canvas: HTMLCanvasElement, events: PaneEvents, pane: Movable): void {
  listenToPointer(canvas, events, pane);
  listenToWheel(canvas, events, pane);
  listenToKeys(canvas, events, pane);
}

function placeOf(canvas: HTMLCanvasElement, event: MouseEvent): Point {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

function listenToWheel(canvas: HTMLCanvasElement, events: PaneEvents, pane: Movable): void {
  let rest = 0;
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      // Lines and pages come from mice, pixels from touch pads.
      const delta = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 33);
      if (pane.depth() > 1 && !event.ctrlKey && !event.metaKey) {
        // A notch of a wheel is one plane; small steps of a touch pad add up.
        rest = Math.sign(rest) === Math.sign(delta) ? rest + delta : delta;
        const steps = Math.abs(delta) >= 40 ? Math.sign(delta) : Math.trunc(rest / 40);
        if (steps !== 0) rest = 0;
        if (steps !== 0) events.onScroll(steps);
        return;
      }
      pane.zoom(Math.exp(-Math.max(-240, Math.min(240, delta)) / 400), placeOf(canvas, event));
    },
    { passive: false },
  );
}

function listenToPointer(canvas: HTMLCanvasElement, events: PaneEvents, pane: Movable): void {
  let drag: { from: Point; last: Point; readonly view: View; readonly windows: boolean; moved: boolean } | undefined;
  canvas.addEventListener('pointerdown', (event) => {
    const on = placeOf(canvas, event);
    const windows = event.button === 2 || event.shiftKey || (event.button === 0 && events.tool() === 'window');
    drag = { from: on, last: on, view: pane.view(), windows, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const on = placeOf(canvas, event);
    if (events.tool() === 'measure' && !drag?.moved) events.onMeasureTo(pane.toPlanePoint(on));
    if (!drag) {
      const target = pane.targetAt(on);
      canvas.style.cursor = cursorFor(events.tool(), target);
      return events.onPoint(target, on);
    }
    if (!drag.moved && Math.hypot(on[0] - drag.from[0], on[1] - drag.from[1]) < 4) return;
    drag.moved = true;
    events.onPoint(undefined, on);
    if (drag.windows) events.onWindow(on[0] - drag.last[0], on[1] - drag.last[1]);
    else {
      canvas.style.cursor = 'grabbing';
      pane.move(pan(drag.view, on[0] - drag.from[0], on[1] - drag.from[1]));
    }
    drag.last = on;
  });
  canvas.addEventListener('pointerup', (event) => {
    const clicked = drag && !drag.moved && event.button === 0;
    drag = undefined;
    if (!clicked) return;
    const target = pane.targetAt(placeOf(canvas, event));
    if (!target) return;
    if (events.tool() === 'measure') events.onMeasure(target.at, false);
    else events.onPick(target);
  });
  canvas.addEventListener('pointercancel', () => (drag = undefined));
  canvas.addEventListener('pointerleave', (event) => events.onPoint(undefined, placeOf(canvas, event)));
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  canvas.addEventListener('dblclick', (event) => {
    if (events.tool() === 'look') pane.fit();
    if (events.tool() === 'measure') events.onMeasure(pane.toPlanePoint(placeOf(canvas, event)), true);
  });
}

function cursorFor(tool: ReturnType<PaneEvents['tool']>, target: Target | undefined): string {
  if (tool === 'measure') return 'crosshair';
  if (tool === 'window') return 'ns-resize';
  return target?.annotation ? 'pointer' : 'grab';
}

function listenToKeys(canvas: HTMLCanvasElement, events: PaneEvents, pane: Movable): void {
  /** Where the keyboard's pointer is while something is measured. */
  let pointer: Point | undefined;

  const arrows: Record<string, readonly [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const keys: Record<string, () => void> = {
    '+': () => pane.zoom(1.25),
    '=': () => pane.zoom(1.25),
    '-': () => pane.zoom(0.8),
    '0': pane.fit,
    '1': pane.actualSize,
    ',': () => events.onTime(-1),
    '.': () => events.onTime(1),
    PageUp: () => events.onScroll(-10),
    PageDown: () => events.onScroll(10),
    Home: () => events.onScroll(-pane.depth()),
    End: () => events.onScroll(pane.depth()),
    Escape: events.onCancel,
  };

  function arrow([dx, dy]: readonly [number, number], event: KeyboardEvent): void {
    if (event.altKey) return events.onWindow(dx * 20, -dy * 20);
    if (events.tool() === 'measure') {
      const { width, height } = pane.extent();
      const step = event.shiftKey ? 10 : 1;
      const [x, y] = pointer ?? [width / 2, height / 2];
      pointer = [Math.min(width, Math.max(0, x + dx * step)), Math.min(height, Math.max(0, y + dy * step))];
      return events.onMeasureTo(pointer);
    }
    if (dx === 0 && pane.depth() > 1 && !event.shiftKey) return events.onScroll(dy);
    pane.pan(-dx * 40, -dy * 40);
  }

  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const direction = arrows[event.key];
    if (direction) arrow(direction, event);
    else if (event.key === 'Enter') enter();
    else if (!event.altKey && keys[event.key]) keys[event.key]!();
    else return;
    event.preventDefault();
    // The editor may have keys of its own for the same: with Alt and an arrow it would go to another page.
    event.stopPropagation();
  });

  /** Sets a point, or picks what is in the middle; a point set twice is the last. */
  let set: Point | undefined;
  function enter(): void {
    const { width, height } = pane.extent();
    const at = pointer ?? [width / 2, height / 2];
    if (events.tool() === 'measure') {
      const last = set !== undefined && set[0] === at[0] && set[1] === at[1];
      set = last ? undefined : at;
      return events.onMeasure(at, last);
    }
    const target = pane.targetAt(pane.toScreen(at));
    if (target) events.onPick(target);
  }
}
