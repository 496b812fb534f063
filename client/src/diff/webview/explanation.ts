import { element } from '../../webview/dom';
import { levels, remedies } from './words';

/** What the levels and the remedies mean, to be opened. */
export function explanation(): HTMLElement {
  const terms = (data: string, items: readonly (readonly [key: string, name: string, meaning: string])[]) =>
    element(
      'dl',
      { class: 'terms' },
      ...items.flatMap(([key, name, meaning]) => [
        element('dt', { text: name, attributes: { [data]: key } }),
        element('dd', { text: meaning }),
      ]),
    );
  return element(
    'details',
    { class: 'explanation' },
    element('summary', { text: 'What the levels and remedies mean' }),
    element(
      'div',
      { class: 'explained' },
      terms(
        'data-level',
        levels.map(({ level, name, meaning }) => [level, name, meaning]),
      ),
      terms(
        'data-remedy',
        remedies.map(({ remedy, name, meaning }) => [remedy, name, meaning]),
      ),
    ),
  );
}
