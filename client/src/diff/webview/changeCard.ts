import type { DiffChange, DiffPlace } from '../../../../server/src/requests';
import { element } from '../../webview/dom';
import { fileName } from '../../fileName';
import type { Side } from '../protocol';
import type { WordPart } from './wordDiff';
import { wordDiff } from './wordDiff';
import { remedies } from './words';

/** One change: what it is, why it has its level, what to do, and both wordings, each with its place. */
export function changeCard(change: DiffChange, open: (side: Side) => void): HTMLElement {
  const remedy = remedies[change.remedy];
  return element(
    'article',
    { class: 'change', attributes: { 'data-change-id': change.id, 'aria-label': change.message } },
    element(
      'div',
      { class: 'change-head' },
      element('code', { class: 'subject', text: change.subject }),
      element('span', {
        class: 'remedy',
        text: remedy.name,
        title: remedy.meaning,
        attributes: { 'data-remedy': change.remedy },
      }),
    ),
    element('h3', { text: change.message }),
    // What to do is said by the tag: the reason leads to it, and must not say it twice.
    element('p', { class: 'reason', text: change.reason }),
    wordings(change, open),
  );
}

function wordings({ before, after, from, to }: DiffChange, open: (side: Side) => void): HTMLElement {
  const parts = wordDiff(before ?? '', after ?? '');
  const both = before !== null && after !== null;
  return element(
    'div',
    { class: 'wordings' },
    wording('from', 'Before', before, both ? parts.before : undefined, from, open),
    wording('to', 'After', after, both ? parts.after : undefined, to, open),
  );
}

function wording(
  side: Side,
  title: string,
  text: string | null,
  parts: readonly WordPart[] | undefined,
  place: DiffPlace | null,
  open: (side: Side) => void,
): HTMLElement {
  const mark = side === 'from' ? 'del' : 'ins';
  const content = parts
    ? parts.map((part) => (part.changed ? element(mark, { text: part.text }) : part.text))
    : [text === null ? element('span', { class: 'empty', text: 'Not there' }) : element(mark, { text })];
  return element(
    'div',
    { class: `wording ${side}` },
    element(
      'div',
      { class: 'wording-head' },
      element('h4', { text: title }),
      place !== null && placeButton(side, place, open),
    ),
    element('div', { class: 'text' }, ...content),
  );
}

function placeButton(side: Side, { uri, range }: DiffPlace, open: (side: Side) => void): HTMLElement {
  const text = `${fileName(uri)}, line ${range.start.line + 1}`;
  const title = side === 'from' ? 'Go to the older version' : 'Go to the newer version';
  const attributes = { 'data-side': side, 'aria-label': `${title}: ${text}` };
  return element('button', { class: 'link', text, title, attributes, onClick: () => open(side) });
}
