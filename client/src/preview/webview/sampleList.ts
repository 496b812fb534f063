import { element, fill } from '../../webview/dom';
import { icon } from '../../webview/icons';
import type { PreviewLabel } from '../../../../server/src/requests';
import type { PageSample } from '../protocol';
import { kindBadge } from './kindBadge';

export interface SampleListProps {
  readonly samples: readonly PageSample[];
  readonly selected?: string;
  /** Only the samples of this label are listed. */
  readonly label?: PreviewLabel;
}

export interface SampleList {
  readonly element: HTMLElement;
  update(props: SampleListProps): void;
}

/** Whether a sample shows a label, or speaks of it. */
export function isSampleOf({ shows, about }: PageSample, label: string): boolean {
  return shows.includes(label) || about.includes(label);
}

/** The samples with thumbnails; arrow keys move through them. */
export function createSampleList(onSelect: (key: string) => void, onClearLabel: () => void): SampleList {
  const heading = element('div', { class: 'list-heading' });
  const list = element('div', {
    class: 'samples',
    attributes: { role: 'listbox', 'aria-label': 'Samples', tabindex: 0 },
  });
  const empty = element('p', { class: 'empty' });
  let shown: readonly PageSample[] = [];
  let selected: string | undefined;
  const options = new Map<string, HTMLElement>();

  list.addEventListener('keydown', (event) => {
    const at = shown.findIndex(({ key }) => key === selected);
    const next: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const target = shown[next[event.key] ?? -1];
    if (event.key in next) event.preventDefault();
    if (target) onSelect(target.key);
  });

  return {
    element: element('nav', { class: 'sample-list', attributes: { 'aria-label': 'Samples' } }, heading, list, empty),
    update({ samples, selected: now, label }) {
      const moved = now !== selected;
      selected = now;
      shown = label ? samples.filter((sample) => isSampleOf(sample, label.id)) : samples;
      fill(heading, ...headingOf(samples.length, shown.length, label, onClearLabel));
      const nodes = shown.map((sample, index) => option(sample, index));
      // Rows that stay are not touched: their thumbnails are not read again.
      if (nodes.length !== list.children.length || nodes.some((node, index) => node !== list.children[index])) {
        fill(list, ...nodes);
      }
      list.hidden = !shown.length;
      empty.hidden = shown.length > 0;
      empty.textContent = emptyText(samples.length, label);
      for (const [key, node] of options) node.setAttribute('aria-selected', String(key === now));
      const current = now === undefined ? undefined : options.get(now);
      if (current?.isConnected) list.setAttribute('aria-activedescendant', current.id);
      else list.removeAttribute('aria-activedescendant');
      if (moved) current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };

  /** The row of a sample: the one it has, while what it says is the same. */
  function option(sample: PageSample, index: number): HTMLElement {
    const content = JSON.stringify(sample);
    const known = options.get(sample.key);
    if (known?.dataset['content'] === content) {
      known.id = `sample-${index}`;
      return known;
    }
    const made = element(
      'div',
      {
        class: 'sample',
        attributes: { role: 'option', id: `sample-${index}`, 'data-sample': sample.id, 'data-content': content },
        onClick: () => onSelect(sample.key),
      },
      thumbnail(sample.image),
      element(
        'span',
        { class: 'sample-text' },
        element('span', { class: 'sample-name', text: sample.id }),
        sample.kind && kindBadge(sample.kind),
        sample.caption && element('span', { class: 'sample-caption', text: sample.caption }),
      ),
      sample.problems.length > 0 &&
        element(
          'span',
          {
            class: 'mark',
            title: sample.problems.join('\n'),
            attributes: { role: 'img', 'aria-label': 'Has problems' },
          },
          icon('warning'),
        ),
    );
    options.set(sample.key, made);
    return made;
  }
}

/** A small picture; an empty frame where there is none, or it cannot be shown. */
function thumbnail(address: string | undefined): HTMLElement {
  const frame = element('span', { class: 'no-image' });
  if (!address) return frame;
  const attributes = { src: address, alt: '', loading: 'lazy', crossorigin: 'anonymous' };
  const image = element('img', { attributes });
  image.addEventListener('error', () => image.replaceWith(frame));
  return image;
}

function headingOf(all: number, count: number, label: PreviewLabel | undefined, clear: () => void): Node[] {
  if (!label) return [element('h2', { text: all === 1 ? '1 sample' : `${all} samples` })];
  const button = element(
    'button',
    {
      class: 'icon-button',
      title: 'Show all samples',
      attributes: { 'aria-label': 'Show all samples' },
      onClick: clear,
    },
    icon('close'),
  );
  return [element('h2', { text: `Samples of ${label.name} (${count} of ${all})` }), button];
}

function emptyText(all: number, label: PreviewLabel | undefined): string {
  if (label) return 'No sample shows this label, or speaks of it.';
  return all ? '' : 'This guideline has no samples yet. They are listed under “samples:” of a protocol.';
}
