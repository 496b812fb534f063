import type { DiffResult } from '../../../../server/src/requests';
import { element } from '../../webview/dom';
import type { Level } from '../protocol';
import { bumpSentence, levels } from './words';

export interface SummaryEvents {
  onToggle(level: Level): void;
  onTextDiff(): void;
  onOtherRevision(): void;
}

export interface SummaryProps {
  readonly file: string;
  readonly from: string;
  readonly to?: string;
  readonly result: DiffResult;
  readonly hidden: ReadonlySet<Level>;
}

/** The head of the page: what is compared, the version it asks for, and how many changes there are of each level. */
export function summary({ file, from, to, result, hidden }: SummaryProps, events: SummaryEvents): HTMLElement {
  const { bump, changes, fromVersion, toVersion } = result;
  const side = (revision: string, version: string | null) => (version ? `${version} (${revision})` : revision);
  const filters = levels.map(({ level, name, meaning }) => {
    const count = changes.filter((change) => change.level === level).length;
    const button = element(
      'button',
      {
        class: 'filter',
        title: meaning,
        attributes: { 'aria-pressed': count > 0 && !hidden.has(level), 'data-level': level },
        onClick: () => events.onToggle(level),
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
        text: `${side(shorten(from), fromVersion)} → ${side(to ? shorten(to) : 'now', toVersion)}`,
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

/** A commit's full name is too long to be read; other names are not. */
function shorten(revision: string): string {
  return /^[0-9a-f]{40,}$/.test(revision) ? revision.slice(0, 8) : revision;
}
