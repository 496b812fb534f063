import type { DiffResult } from '../../../../server/src/requests';
import { element } from '../../webview/dom';
import { shortRevision } from '../shortRevision';
import type { Level } from '../protocol';
import { bumpSentence, levels } from './words';

export interface SummaryEvents {
  /** A level is chosen; `adds` when it is to be shown, or not, beside those that are. */
  onChoose(level: Level, adds: boolean): void;
  onTextDiff(): void;
  onOtherRevision(): void;
}

export interface SummaryProps {
  readonly file: string;
  readonly from: string;
  readonly to?: string;
  readonly result: DiffResult;
  /** The levels that the reader chose; nothing for all. */
  readonly chosen: ReadonlySet<Level>;
  /** Those that are on the page. */
  readonly shown: ReadonlySet<Level>;
}

/** The head of the page: what is compared, the version it asks for, and how many changes there are of each level. */
export function summary({ file, from, to, result, chosen, shown }: SummaryProps, events: SummaryEvents): HTMLElement {
  const { bump, changes, fromVersion, toVersion } = result;
  const side = (revision: string, version: string | null) => (version ? `${version} (${revision})` : revision);
  const filters = levels.map(({ level, name, meaning }) => {
    const count = changes.filter((change) => change.level === level).length;
    const pressed = count > 0 && chosen.has(level);
    const button = element(
      'button',
      {
        class: shown.has(level) ? 'filter on' : 'filter',
        title: `${meaning}\n${pressed ? pressedHint(chosen) : 'Click to see only these; with Ctrl or Shift, these as well.'}`,
        attributes: { 'aria-pressed': pressed, 'data-level': level },
        onClick: ({ ctrlKey, metaKey, shiftKey }) => events.onChoose(level, ctrlKey || metaKey || shiftKey),
      },
      element('strong', { text: String(count) }),
      ` ${name.toLowerCase()}`,
    );
    button.disabled = count === 0;
    return button;
  });
  return element(
    'header',
    { class: 'summary' },
    element(
      'div',
      { class: 'title' },
      element('h1', { text: file }),
      element('p', {
        class: 'quiet',
        text: `${side(shortRevision(from), fromVersion)} → ${side(to ? shortRevision(to) : 'now', toVersion)}`,
      }),
      element(
        'div',
        { class: 'actions' },
        element('button', { class: 'secondary', text: 'Open as text diff', onClick: events.onTextDiff }),
        element('button', {
          class: 'secondary',
          text: 'Compare with another revision…',
          onClick: events.onOtherRevision,
        }),
      ),
    ),
    element(
      'p',
      { class: 'bump', attributes: { 'data-bump': bump } },
      element('strong', { class: 'bump-name', text: bump === 'none' ? 'No change of meaning' : bump }),
      element('span', { text: bumpSentence(result) }),
    ),
    changes.length > 0 &&
      element('div', { class: 'filters', attributes: { role: 'group', 'aria-label': 'Levels shown' } }, ...filters),
  );
}

/** What a click does to a level that is chosen. */
function pressedHint(chosen: ReadonlySet<Level>): string {
  return chosen.size === 1
    ? 'Only these are shown. Click again to see all.'
    : 'Click to see only these; with Ctrl or Shift, to leave them out.';
}
