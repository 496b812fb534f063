import { element } from '../../webview/dom';
import type { IconName } from '../../webview/icons';
import { icon } from '../../webview/icons';

export interface ToolbarActions {
  zoom(factor: number): void;
  fit(): void;
  toggleNames(): void;
}

export interface Toolbar {
  readonly element: HTMLElement;
  showScale(scale: number): void;
  /** Whether there is a picture: without one there is nothing to be zoomed. */
  showPicture(there: boolean): void;
  showNames(on: boolean): void;
}

export function createToolbar(actions: ToolbarActions): Toolbar {
  const scale = element('span', { class: 'scale', attributes: { role: 'status', 'aria-label': 'Zoom' } });
  const button = (name: IconName, title: string, onClick: () => void) =>
    element('button', { class: 'icon-button', title, attributes: { 'aria-label': title }, onClick }, icon(name));
  const zoomButtons = [
    button('zoomOut', 'Zoom out (−)', () => actions.zoom(0.8)),
    button('zoomIn', 'Zoom in (+)', () => actions.zoom(1.25)),
    button('fit', 'Fit the whole picture (0)', actions.fit),
  ] as const;
  const [zoomOut, zoomIn, fit] = zoomButtons;
  const names = button('tag', 'Show the names of labels', actions.toggleNames);
  const bar = element(
    'div',
    { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': 'Picture' } },
    names,
    zoomOut,
    scale,
    zoomIn,
    fit,
  );
  return {
    element: bar,
    showScale: (value) => (scale.textContent = `${Math.round(value * 100)} %`),
    showPicture(there) {
      for (const each of [names, ...zoomButtons]) each.disabled = !there;
      scale.hidden = !there;
    },
    showNames: (on) => names.setAttribute('aria-pressed', String(on)),
  };
}
