import { element, fill } from '../../webview/dom';
import type { PreviewLabel } from '../../../../server/src/requests';
import { revealButton } from './legend';

export interface LabelDetails {
  readonly element: HTMLElement;
  /** Shows a label's definition and criteria; nothing shows nothing. */
  update(label: PreviewLabel | undefined, color: string | undefined): void;
}

/** The words of the guideline for one label, beside the picture. */
export function createLabelDetails(onReveal: (id: string) => void): LabelDetails {
  const root = element('section', { class: 'label-details', attributes: { 'aria-live': 'polite' } });
  let last: string | undefined;
  return {
    element: root,
    update(label, color) {
      const content = JSON.stringify([label, color]);
      if (content === last) return;
      last = content;
      root.hidden = !label;
      if (!label) return fill(root);
      const swatch = element('span', { class: 'swatch' });
      if (color) swatch.style.setProperty('--swatch', color);
      fill(
        root,
        element(
          'div',
          { class: 'label-title' },
          swatch,
          element('h3', { text: label.name }),
          revealButton(label.name, () => onReveal(label.id)),
        ),
        label.deprecated && element('p', { class: 'unknown', text: 'Deprecated: no longer to be used.' }),
        label.definition
          ? element('p', { class: 'definition', text: label.definition })
          : element('p', { class: 'empty', text: 'This label has no definition yet.' }),
        ...criteria('Include', label.include, 'include'),
        ...criteria('Exclude', label.exclude, 'exclude'),
      );
    },
  };
}

function criteria(title: string, sentences: readonly string[], kind: string): Node[] {
  if (!sentences.length) return [];
  return [
    element('h4', { text: title }),
    element('ul', { class: `criteria ${kind}` }, ...sentences.map((sentence) => element('li', { text: sentence }))),
  ];
}
