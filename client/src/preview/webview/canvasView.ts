import type { Point } from '../../../../server/src/annotations/annotation';
import { element } from '../../webview/dom';
import type { Scene } from './draw';
import { draw } from './draw';
import type { Region } from './geometry';
import { regionAt } from './geometry';
import type { Size, View } from './transform';
import { fit, keepInSight, pan, toImage, zoomAt } from './transform';

/** What the reader does on the picture. Points are in CSS pixels of the canvas. */
export interface CanvasEvents {
  onHover(region: Region | undefined, at: Point): void;
  onPick(region: Region): void;
  /** After each frame. */
  onPainted(): void;
  onZoom(scale: number): void;
}

export interface CanvasView {
  readonly element: HTMLElement;
  /**
   * Shows a scene; another picture is fitted, the same one stays where it is. Without one the canvas is cleared, and
   * says why (`missing`).
   */
  show(scene: Scene | undefined, description: string, missing?: string): void;
  zoom(factor: number): void;
  fit(): void;
}

/** The picture: fit, zoom to the pointer, pan by drag, and all of it by keys. */
export function createCanvasView(events: CanvasEvents): CanvasView {
  const canvas = element('canvas', { attributes: { id: 'canvas', tabindex: 0, role: 'img' } });
  const reason = element('p', { class: 'missing' });
  const frame = element('div', { class: 'canvas-frame' }, canvas, reason);
  const context = canvas.getContext('2d');
  let scene: Scene | undefined;
  let view: View = { scale: 1, x: 0, y: 0 };
  let fitted = true;
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
    draw(context, scene, view, size, density);
    events.onPainted();
  }

  function move(next: View): void {
    if (!scene) return;
    fitted = false;
    view = keepInSight(next, scene.picture, size);
    events.onZoom(view.scale);
    schedule();
  }

  function fitNow(): void {
    if (!scene || !size.width || !size.height) return;
    fitted = true;
    view = fit(scene.picture, size);
    events.onZoom(view.scale);
    schedule();
  }

  const center = (): Point => [size.width / 2, size.height / 2];

  const placeOf = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  const regionUnder = (at: Point): Region | undefined => {
    if (!scene) return undefined;
    const regions = scene.regions.map(({ region }) => region);
    return regionAt(regions, toImage(view, at), 6 / view.scale);
  };

  const keys: Record<string, () => void> = {
    '+': () => move(zoomAt(view, center(), 1.25)),
    '=': () => move(zoomAt(view, center(), 1.25)),
    '-': () => move(zoomAt(view, center(), 0.8)),
    '0': fitNow,
    '1': () => move(zoomAt(view, center(), 1 / view.scale)),
    ArrowLeft: () => move(pan(view, 40, 0)),
    ArrowRight: () => move(pan(view, -40, 0)),
    ArrowUp: () => move(pan(view, 0, 40)),
    ArrowDown: () => move(pan(view, 0, -40)),
  };

  canvas.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      // Lines and pages come from mice, pixels from touch pads.
      const delta = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 33);
      move(zoomAt(view, placeOf(event), Math.exp(-Math.max(-240, Math.min(240, delta)) / 400)));
    },
    { passive: false },
  );

  let drag: { readonly from: Point; readonly view: View; moved: boolean } | undefined;
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    drag = { from: placeOf(event), view, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const at = placeOf(event);
    if (!drag) {
      const region = regionUnder(at);
      canvas.style.cursor = region ? 'pointer' : 'grab';
      return events.onHover(region, at);
    }
    const [dx, dy] = [at[0] - drag.from[0], at[1] - drag.from[1]];
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    drag.moved = true;
    canvas.style.cursor = 'grabbing';
    events.onHover(undefined, at);
    move(pan(drag.view, dx, dy));
  });
  canvas.addEventListener('pointerup', (event) => {
    const region = drag && !drag.moved ? regionUnder(placeOf(event)) : undefined;
    drag = undefined;
    if (region) events.onPick(region);
  });
  canvas.addEventListener('pointercancel', () => (drag = undefined));
  canvas.addEventListener('pointerleave', (event) => events.onHover(undefined, placeOf(event)));
  canvas.addEventListener('dblclick', fitNow);

  new ResizeObserver(() => {
    size = { width: frame.clientWidth, height: frame.clientHeight };
    if (fitted) fitNow();
    else if (scene) move(view);
    schedule();
  }).observe(frame);

  return {
    element: frame,
    show(next, description, missing = '') {
      reason.textContent = next ? '' : missing;
      const other = next?.picture !== scene?.picture;
      scene = next;
      canvas.setAttribute('aria-label', description);
      if (other) fitNow();
      schedule();
    },
    zoom: (factor) => move(zoomAt(view, center(), factor)),
    fit: fitNow,
  };
}
