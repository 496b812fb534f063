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
  showNames(on: boolean): void;
}

export function createToolbar(actions: ToolbarActions): Toolbar {
  const scale = element('span', { class: 'scale', attributes: { role: 'status', 'aria-label': 'Zoom' } });
  const button = (name: IconName, title: string, onClick: () => void) =>
    element('button', { class: 'icon-button', title, attributes: { 'aria-label': title }, onClick }, icon(name));
  const names = button('tag', 'Show the names of labels', actions.toggleNames);
  const bar = element(
    'div',
    { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': 'Picture' } },
    names,
    button('zoomOut', 'Zoom out (−)', () => actions.zoom(0.8)),
    scale,
    button('zoomIn', 'Zoom in (+)', () => actions.zoom(1.25)),
    button('fit', 'Fit the whole picture (0)', actions.fit),
  );
  return {
    element: bar,
    showScale: (value) => (scale.textContent = `${Math.round(value * 100)} %`),
    showNames: (on) => names.setAttribute('aria-pressed', String(on)),
  };
}
