import type { PreviewLabel } from '../../../../server/src/requests';
import { element } from '../../webview/dom';

/** How a label is drawn and stored, in a line: its colour, name, geometries and mask value. */
export function labelFacts(label: PreviewLabel | undefined): HTMLElement {
  if (!label) return element('p', { class: 'facts empty', text: 'Not there' });
  const { name, color, geometry, value } = label;
  const swatch = element('span', { class: 'swatch', attributes: { 'aria-hidden': true } });
  // Only what is a colour and nothing else comes from the guideline into a style.
  if (color && /^#[0-9a-f]{6}$/.test(color)) swatch.style.backgroundColor = color;
  const facts = [
    color ?? 'no colour of its own',
    geometry ? geometry.join(', ') || 'no geometry' : 'any geometry',
    value === undefined ? 'no mask value' : `mask value ${value}`,
  ];
  return element('p', { class: 'facts' }, swatch, element('strong', { text: name }), ` ${facts.join(' · ')}`);
}
