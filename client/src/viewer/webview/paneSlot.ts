import { element } from '../../webview/dom';
import type { PaneScene } from './paintPane';
import type { Pane, PaneEvents } from './pane';
import { createPane } from './pane';

export interface PaneSlotEvents extends PaneEvents {
  /** Go to a plane, from 0. */
  onSlice(index: number): void;
}

/** A place for a pane, with the slider of its planes below it. */
export interface PaneSlot {
  readonly element: HTMLElement;
  readonly pane: Pane;
  show(scene: PaneScene, description: string, film?: { readonly time: number; readonly times: number }): void;
  clear(description: string): void;
  /** Tells readers of the screen what is seen by others: where the keyboard's pointer is, what was measured. */
  say(words: string): void;
}

export function createPaneSlot(place: number, events: PaneSlotEvents): PaneSlot {
  const pane = createPane(place === 0 ? 'canvas' : `canvas-${place + 1}`, events);
  const slider = element('input', { attributes: { type: 'range', min: 0, step: 1 } });
  const count = element('span', { class: 'count-of', attributes: { 'aria-live': 'polite' } });
  const spoken = element('span', { class: 'spoken', attributes: { role: 'status' } });
  const footer = element('div', { class: 'pane-footer' }, slider, count);
  slider.addEventListener('input', () => events.onSlice(Number(slider.value)));
  const root = element('div', { class: 'pane-slot' }, pane.element, footer, spoken);
  return {
    element: root,
    pane,
    show(scene, description, film) {
      const { plane, index } = scene;
      footer.hidden = plane.depth === 1 && !film;
      slider.hidden = plane.depth === 1;
      slider.max = String(plane.depth - 1);
      slider.value = String(index);
      const where = `${plane.name} ${index + 1} of ${plane.depth}`;
      slider.setAttribute('aria-label', plane.name);
      slider.setAttribute('aria-valuetext', where);
      count.textContent = film ? `${where}, time ${film.time + 1} of ${film.times}` : where;
      pane.show(scene, plane.depth > 1 ? `${description} ${where}.` : description);
    },
    clear(description) {
      footer.hidden = true;
      pane.show(undefined, description);
    },
    say: (words) => (spoken.textContent = words),
  };
}
