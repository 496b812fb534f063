import { element, fill } from '../../webview/dom';
import { connectHost } from '../../webview/host';
import { icon } from '../../webview/icons';
import type { HostMessage, Level, PageMessage, PageState } from '../protocol';
import { changeCard } from './changeCard';
import './diff.css';
import { afterClick, shownLevels } from './levelFilter';
import { summary } from './summary';
import { levels } from './words';

type Diff = Extract<HostMessage, { type: 'diff' }>;

const host = connectHost<PageMessage, HostMessage, PageState>();
let chosen: ReadonlySet<Level> = new Set(host.savedState.levels);
const root = element('main', { class: 'diff' });
let shown: Diff | undefined;

document.body.append(root);
fill(root, notice('Comparing…'));
host.onMessage((message) => {
  shown = message.type === 'diff' ? message : undefined;
  save(message);
  if (message.type === 'diff') show(message);
  else fill(root, problemList([`The versions could not be compared. ${message.message}`]), otherRevision());
  document.body.dataset['ready'] = message.type;
});
host.post({ type: 'ready' });

function show({ file, from, to, result }: Diff): void {
  const focused = document.activeElement?.getAttribute('data-level');
  const visible = shownLevels(new Set(result.changes.map(({ level }) => level)), chosen);
  const groups = levels.flatMap(({ level, name, meaning }) => {
    if (!visible.has(level)) return [];
    const changes = result.changes.filter((change) => change.level === level);
    const cards = changes.map((change) =>
      changeCard(change, (side) => host.post({ type: 'open', fingerprint: change.fingerprint, side })),
    );
    const heading = element('h2', { text: name }, element('span', { class: 'count', text: String(changes.length) }));
    return [
      element(
        'section',
        { class: 'level', attributes: { 'data-level': level, 'aria-label': `${name}: ${meaning}` } },
        element('div', { class: 'level-head' }, heading, element('p', { class: 'quiet', text: meaning })),
        ...cards,
      ),
    ];
  });
  fill(
    root,
    summary(
      { file, from, to, result, chosen, shown: visible },
      {
        onChoose: choose,
        onTextDiff: () => host.post({ type: 'textDiff' }),
        onOtherRevision: () => host.post({ type: 'otherRevision' }),
      },
    ),
    result.problems.length > 0 && problemList(result.problems),
    ...groups,
    !groups.length &&
      notice('Nothing that the guideline says has changed. White space, comments, quoting and order may have.'),
  );
  // The page is made anew; the keyboard stays on the filter it was on.
  if (focused) root.querySelector<HTMLElement>(`.filter[data-level="${focused}"]`)?.focus();
}

function choose(level: Level, adds: boolean): void {
  chosen = afterClick(chosen, level, adds);
  if (!shown) return;
  save(shown);
  show(shown);
}

function save({ uri, from, to }: HostMessage): void {
  host.save({ uri, from, to, levels: [...chosen] });
}

function notice(text: string): HTMLElement {
  return element('p', { class: 'notice', text, attributes: { role: 'status' } });
}

function problemList(problems: readonly string[]): HTMLElement {
  const items = problems.map((problem) => element('li', {}, icon('warning'), element('span', { text: problem })));
  return element('ul', { class: 'problems', attributes: { role: 'alert' } }, ...items);
}

function otherRevision(): HTMLElement {
  const onClick = () => host.post({ type: 'otherRevision' });
  return element('button', { class: 'secondary', text: 'Compare with another revision…', onClick });
}
