import { element } from '../../webview/dom';
import type { PaneScene } from './paintPane';
import type { Pane, PaneEvents } from './pane';
import { createPane } from './pane';

export interface PaneSlotEvents extends PaneEvents {
  /** Go to a plane, from 0. */
  onSlice(index: number): void;
  /** Go to a time or segment, from 0. */
  onFilm(index: number): void;
}

/** Which of the pictures that are at the same place is shown: of times, or of the segments of a segmentation. */
export interface Film {
  readonly name: 'Time' | 'Segment';
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** What it is called. */
  readonly title?: string;
}

/** A place for a pane, with the sliders of its planes, and of its times, below it. */
export interface PaneSlot {
  readonly element: HTMLElement;
  readonly pane: Pane;
  show(scene: PaneScene, description: string, film?: Film): void;
  clear(description: string): void;
  /** Tells readers of the screen what is seen by others: where the keyboard's pointer is, what was measured. */
  say(words: string): void;
}

export function createPaneSlot(place: number, events: PaneSlotEvents): PaneSlot {
  const pane = createPane(place === 0 ? 'canvas' : `canvas-${place + 1}`, events);
  const slider = rangeInput(events.onSlice);
  const filmSlider = rangeInput(events.onFilm);
  const count = element('span', { class: 'count-of', attributes: { 'aria-live': 'polite' } });
  const spoken = element('span', { class: 'spoken', attributes: { role: 'status' } });
  const footer = element('div', { class: 'pane-footer' }, slider, filmSlider, count);
  const root = element('div', { class: 'pane-slot' }, pane.element, footer, spoken);
  return {
    element: root,
    pane,
    show(scene, description, film) {
      const { plane, index } = scene;
      const where = `${plane.name} ${index + 1} of ${plane.depth}`;
      const when = film && filmText(film);
      footer.hidden = plane.depth === 1 && !film;
      setRange(slider, plane.name, where, index, plane.depth);
      setRange(filmSlider, film?.name ?? '', when ?? '', film?.index ?? 0, film?.count ?? 1);
      count.textContent = [plane.depth > 1 && where, when].filter(Boolean).join(', ');
      pane.show(scene, plane.depth > 1 ? `${description} ${where}.` : description);
    },
    clear(description) {
      footer.hidden = true;
      pane.show(undefined, description);
    },
    say: (words) => (spoken.textContent = words),
  };
}

function rangeInput(onInput: (value: number) => void): HTMLInputElement {
  const input = element('input', { attributes: { type: 'range', min: 0, step: 1 } });
  input.addEventListener('input', () => onInput(Number(input.value)));
  return input;
}

/** Sets a slider to one of `count` steps, of which there must be two at least for it to be seen. */
function setRange(input: HTMLInputElement, name: string, value: string, index: number, count: number): void {
  input.hidden = count === 1;
  input.max = String(count - 1);
  input.value = String(index);
  input.setAttribute('aria-label', name);
  input.setAttribute('aria-valuetext', value);
}

function filmText({ name, index, count, title }: Film): string {
  const where = `${name.toLowerCase()} ${index + 1} of ${count}`;
  return title === undefined ? where : `${where}: ${title}`;
}
