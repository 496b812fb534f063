import { element } from '../../webview/dom';

const kinds = new Map([
  ['typical', 'Typical'],
  ['borderline', 'Borderline'],
  ['pitfall', 'Pitfall'],
  ['negative', 'Negative'],
]);

/** A sample's kind as a word, coloured by the style sheet. */
export function kindBadge(kind: string): HTMLElement {
  return element('span', { class: 'kind', text: kinds.get(kind) ?? kind, attributes: { 'data-kind': kind } });
}
