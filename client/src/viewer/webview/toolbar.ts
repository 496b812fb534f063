import { element, fill } from '../../webview/dom';
import type { IconName } from '../../webview/icons';
import { icon } from '../../webview/icons';

export type Tool = 'look' | 'window' | 'distance' | 'area';

export interface ToolbarActions {
  zoom(factor: number): void;
  fit(): void;
  toggleNames(): void;
  toggleFilled(): void;
  togglePlanes(): void;
  chooseTool(tool: Tool): void;
  chooseWindow(index: number): void;
}

/** What the toolbar shows. */
export interface ToolbarState {
  readonly hasPicture: boolean;
  readonly names: boolean;
  readonly filled: boolean;
  readonly tool: Tool;
  /** Whether there are other planes, and whether they are shown. */
  readonly planes?: boolean;
  /** The windows by name, and which of them is in use; a window of the reader's own when none. Absent for colours. */
  readonly windows?: { readonly names: readonly string[]; readonly chosen?: number };
}

export interface Toolbar {
  readonly element: HTMLElement;
  update(state: ToolbarState): void;
  showScale(scale: number): void;
}

/** The tools of the viewer. */
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
  const filled = button('fill', 'Fill the areas of labels', actions.toggleFilled);
  const planes = button('planes', 'Show three planes', actions.togglePlanes);
  const tools = {
    window: button('window', 'Window by dragging (or with the right button, or Alt and arrows)', () =>
      actions.chooseTool('window'),
    ),
    distance: button('distance', 'Measure a distance', () => actions.chooseTool('distance')),
    area: button('area', 'Measure an area: a double click ends it', () => actions.chooseTool('area')),
  };
  const windows = element('select', { class: 'windows', attributes: { 'aria-label': 'Window' } });
  windows.addEventListener('change', () => actions.chooseWindow(Number(windows.value)));
  let listed = '';

  const bar = element(
    'div',
    { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': 'Picture' } },
    windows,
    ...Object.values(tools),
    element('span', { class: 'gap' }),
    planes,
    filled,
    names,
    zoomOut,
    scale,
    zoomIn,
    fit,
  );

  function listWindows(choices: NonNullable<ToolbarState['windows']>): void {
    const own = choices.chosen === undefined;
    const content = JSON.stringify([choices.names, own]);
    if (content !== listed) {
      listed = content;
      const option = (text: string, value: number) => element('option', { text, attributes: { value } });
      fill(windows, ...choices.names.map(option), own && option('Your own', -1));
    }
    windows.value = String(choices.chosen ?? -1);
  }

  return {
    element: bar,
    update(state) {
      for (const each of [names, filled, ...zoomButtons, ...Object.values(tools)]) each.disabled = !state.hasPicture;
      scale.hidden = !state.hasPicture;
      names.setAttribute('aria-pressed', String(state.names));
      filled.setAttribute('aria-pressed', String(state.filled));
      planes.hidden = state.planes === undefined;
      planes.setAttribute('aria-pressed', String(state.planes ?? false));
      for (const [tool, each] of Object.entries(tools)) each.setAttribute('aria-pressed', String(tool === state.tool));
      windows.hidden = tools.window.hidden = !state.windows;
      if (state.windows) listWindows(state.windows);
    },
    showScale: (value) => (scale.textContent = `${Math.round(value * 100)} %`),
  };
}
