import type { DiffChange } from '../../../../server/src/requests';
import { createDecoder } from '../../viewer/webview/decoder';
import { element, fill } from '../../webview/dom';
import { connectHost } from '../../webview/host';
import { icon } from '../../webview/icons';
import type { Comparison } from '../comparison';
import type { HostMessage, PageMessage, PageState, View } from '../protocol';
import { changeCard } from './changeCard';
import './diff.css';
import { explanation } from './explanation';
import { listKeys } from './listKeys';
import { createLooks } from './look';
import type { Row } from './rows';
import { rowsOf } from './rows';
import { otherName, summary } from './summary';
import { createToolbar } from './toolbar';
import { everything, shownChanges } from './view';
import { createVirtualList } from './virtualList';

type Diff = Extract<HostMessage, { type: 'diff' }>;

const host = connectHost<PageMessage, HostMessage, PageState>();
let view: View = host.savedState.view ?? everything;
/** Where the list was before the page was made anew; until it has been scrolled there. */
let restoreTo = host.savedState.at;
let shown: Diff | undefined;

const decoder = createDecoder({ base: (document.currentScript as HTMLScriptElement).src });
const looks = createLooks(decoder, (change) => host.post({ type: 'look', fingerprint: change.fingerprint }));
const head = element('div', { class: 'head' });
const toolbar = createToolbar(choose);
const notices = element('div', { class: 'notices' });
const page = element('main', { class: 'diff' });
const list = createVirtualList<Row>({
  scroller: page,
  covered: () => toolbar.element.offsetHeight,
  keyOf: ({ key }) => key,
  guess: ({ change, heading }) => 180 + (heading ? 50 : 0) + (change.look ? 280 : 0),
  render: (row, index, count) => changeCard(row, index, count, { open, lookOf: looks.viewOf }),
  onScroll: save,
});
page.append(head, toolbar.element, notices, list.element);
document.body.append(page);
toolbar.element.hidden = true;
fill(notices, notice('Comparing…'));
listKeys(page, list, { openRow, search: toolbar.focusSearch });

host.onMessage((message) => {
  switch (message.type) {
    case 'look':
      return looks.take(message.fingerprint, message.look);
    case 'failed':
      shown = undefined;
      toolbar.update([], view);
      list.update([]);
      fill(head);
      fill(
        notices,
        problemList([`The versions could not be compared. ${message.message}`]),
        otherVersions(message.comparison),
      );
      host.save({ comparison: message.comparison, view });
      break;
    case 'diff':
      shown = message;
      looks.forget();
      fill(
        head,
        summary(message.comparison, message.result, {
          onTextDiff: () => host.post({ type: 'textDiff' }),
          onSwap: () => host.post({ type: 'swap' }),
          onOtherRevision: () => host.post({ type: 'otherRevision' }),
        }),
        message.result.changes.length > 0 && explanation(),
      );
      showChanges(message);
      if (restoreTo !== undefined) list.scrollTo(restoreTo);
      restoreTo = undefined;
      save();
  }
  document.body.dataset['ready'] = message.type;
});
host.post({ type: 'ready' });

function showChanges({ result: { changes, problems } }: Diff): void {
  const visible = shownChanges(changes, view);
  toolbar.update(changes, view);
  const nothing = 'Nothing that the guideline says has changed. White space, comments, quoting and order may have.';
  fill(
    notices,
    problems.length > 0 && problemList(problems),
    !changes.length && notice(nothing),
    changes.length > 0 && !visible.length && noneFits(),
  );
  list.update(rowsOf(visible, view.grouping));
}

function choose(next: View): void {
  view = next;
  if (shown) showChanges(shown);
  save();
}

function save(): void {
  if (shown) host.save({ comparison: shown.comparison, view, at: list.topKey() });
}

function open(change: DiffChange, side: 'from' | 'to'): void {
  host.post({ type: 'open', fingerprint: change.fingerprint, side });
}

/** The newer place of a row, or the older one of what is gone. */
function openRow(row: number): void {
  const change = shown && rowsOf(shownChanges(shown.result.changes, view), view.grouping)[row]?.change;
  if (change) open(change, change.to ? 'to' : 'from');
}

function notice(text: string): HTMLElement {
  return element('p', { class: 'notice', text, attributes: { role: 'status' } });
}

function noneFits(): HTMLElement {
  const onClick = () => choose({ ...everything, grouping: view.grouping });
  return element(
    'div',
    { class: 'none-fits' },
    notice('No change fits the search and the filters.'),
    element('button', { class: 'secondary', text: 'Show all changes', onClick }),
  );
}

function problemList(problems: readonly string[]): HTMLElement {
  const items = problems.map((problem) => element('li', {}, icon('warning'), element('span', { text: problem })));
  return element('ul', { class: 'problems', attributes: { role: 'alert' } }, ...items);
}

function otherVersions(comparison: Comparison): HTMLElement {
  const onClick = () => host.post({ type: 'otherRevision' });
  return element('button', { class: 'secondary', text: otherName(comparison), onClick });
}
