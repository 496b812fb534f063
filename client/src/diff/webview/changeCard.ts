import type { DiffChange, DiffPlace } from '../../../../server/src/requests';
import { element } from '../../webview/dom';
import { fileName } from '../../fileName';
import { icon } from '../../webview/icons';
import type { Side } from '../protocol';
import type { Group, Row } from './rows';
import type { WordPart } from './wordDiff';
import { wordDiff } from './wordDiff';
import { levels, wordsOfLevel, wordsOfRemedy } from './words';

export interface CardEvents {
  open(change: DiffChange, side: Side): void;
  /** The view of a label that is drawn otherwise, where there is one. */
  lookOf(change: DiffChange): HTMLElement | undefined;
}

/** One change: what it is, its level and why, what to do, and both wordings, each with its place. */
export function changeCard({ change, heading }: Row, row: number, rows: number, events: CardEvents): HTMLElement {
  const { level, remedy, message } = change;
  const [levelWords, remedyWords] = [wordsOfLevel(level), wordsOfRemedy(remedy)];
  return element(
    'article',
    {
      class: 'change',
      attributes: {
        'data-change-id': change.id,
        'data-level': level,
        tabindex: 0,
        'aria-label': `${levelWords.name}. ${message}`,
        'aria-posinset': row + 1,
        'aria-setsize': rows,
      },
    },
    heading && headingOf(heading),
    element(
      'div',
      { class: 'card' },
      element(
        'div',
        { class: 'change-head' },
        element('span', { class: 'level-tag', text: levelWords.name, title: levelWords.meaning }),
        element('code', { class: 'subject', text: change.subject }),
        element('span', {
          class: 'remedy',
          text: remedyWords.name,
          title: remedyWords.meaning,
          attributes: { 'data-remedy': remedy },
        }),
      ),
      element('h3', { text: message }),
      element('p', { class: 'reason', text: `${change.reason} ${remedyWords.meaning}` }),
      change.notes.length > 0 &&
        element('ul', { class: 'notes' }, ...change.notes.map((note) => element('li', {}, icon('warning'), note))),
      wordings(change, (side) => events.open(change, side)),
      events.lookOf(change),
    ),
  );
}

function headingOf({ title, id, note, level, counts }: Group): HTMLElement {
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  const parts = levels.flatMap((each) => {
    const count = counts.get(each.level);
    return count ? [`${count} ${each.name.toLowerCase()}`] : [];
  });
  return element(
    'div',
    { class: 'group-head', attributes: { 'data-level': level } },
    element('h2', { text: title }, element('span', { class: 'count', text: String(all) })),
    id !== undefined && id !== title && element('code', { class: 'subject', text: id }),
    note !== undefined && element('p', { class: 'quiet', text: note }),
    counts.size > 1 && element('p', { class: 'quiet', text: parts.join(', ') }),
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
