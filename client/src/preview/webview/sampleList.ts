import { element, fill } from '../../webview/dom';
import { icon } from '../../webview/icons';
import type { PreviewLabel } from '../../../../server/src/requests';
import type { PageSample } from '../protocol';
import { kindBadge } from './kindBadge';
import { createLabelFilter, isSampleOf } from './labelFilter';

export interface SampleListProps {
  readonly samples: readonly PageSample[];
  readonly labels: readonly PreviewLabel[];
  readonly selected?: string;
  /** Only the samples of this label are listed. */
  readonly label?: PreviewLabel;
  /** What is wrong with a sample, as far as it is known by now, in sentences. */
  readonly problemsOf: (sample: PageSample) => readonly string[];
}

export interface SampleListEvents {
  onSelect(key: string): void;
  /** List the samples of a label, or all. */
  onChooseLabel(label: string | undefined): void;
  /** A small picture of the sample, made when its row comes into sight. */
  thumbnail(sample: PageSample): Promise<HTMLElement | undefined>;
}

export interface SampleList {
  readonly element: HTMLElement;
  update(props: SampleListProps): void;
}

/** The samples with thumbnails; arrow keys move through them. */
export function createSampleList(events: SampleListEvents): SampleList {
  const title = element('h2');
  const filter = createLabelFilter(events.onChooseLabel);
  const heading = element('div', { class: 'list-heading' }, title, filter.element);
  const list = element('div', {
    class: 'samples',
    attributes: { role: 'listbox', 'aria-label': 'Samples', tabindex: 0 },
  });
  const empty = element('p', { class: 'empty' });
  let shown: readonly PageSample[] = [];
  let selected: string | undefined;
  /** The row that was brought into sight last: what the reader scrolls to afterwards stays. */
  let broughtIntoSight: string | undefined;
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
    if (target) events.onSelect(target.key);
  });

  /** Pictures are read when their rows come into sight. */
  const waiting = new Map<Element, PageSample>();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const sample = waiting.get(target);
      if (!isIntersecting || !sample) continue;
      watcher.unobserve(target);
      waiting.delete(target);
      void events.thumbnail(sample).then((picture) => picture && target.replaceWith(picture));
    }
  });

  /** An empty frame, until there is a picture. */
  function thumbnail(sample: PageSample): HTMLElement {
    const frame = element('span', { class: 'no-image' });
    waiting.set(frame, sample);
    watcher.observe(frame);
    return frame;
  }

  return {
    element: element('nav', { class: 'sample-list', attributes: { 'aria-label': 'Samples' } }, heading, list, empty),
    update({ samples, labels, selected: now, label, problemsOf }) {
      selected = now;
      shown = label ? samples.filter((sample) => isSampleOf(sample, label.id)) : samples;
      title.textContent = headingText(samples.length, shown.length);
      filter.update(labels, samples, label);
      const nodes = shown.map((sample, index) => option(sample, index));
      // Rows that stay are not touched: their thumbnails are not read again.
      if (nodes.length !== list.children.length || nodes.some((node, index) => node !== list.children[index])) {
        fill(list, ...nodes);
      }
      list.hidden = !shown.length;
      empty.hidden = shown.length > 0;
      empty.textContent = emptyText(samples.length, label);
      shown.forEach((sample, index) => nodes[index] && mark(nodes[index], problemsOf(sample)));
      for (const [key, node] of options) node.setAttribute('aria-selected', String(key === now));
      const current = now === undefined ? undefined : options.get(now);
      if (current?.isConnected) list.setAttribute('aria-activedescendant', current.id);
      else list.removeAttribute('aria-activedescendant');
      if (current?.isConnected && now !== broughtIntoSight) {
        broughtIntoSight = now;
        current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
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
        onClick: () => events.onSelect(sample.key),
      },
      thumbnail(sample),
      element(
        'span',
        { class: 'sample-text' },
        element('span', { class: 'sample-name', text: sample.id }),
        sample.kind && kindBadge(sample.kind),
        sample.caption && element('span', { class: 'sample-caption', text: sample.caption }),
      ),
      element('span', { class: 'mark', attributes: { role: 'img', 'aria-label': 'Has problems' } }, icon('warning')),
    );
    options.set(sample.key, made);
    return made;
  }
}

/** Marks a row, with what is wrong in the tooltip. */
function mark(row: HTMLElement, problems: readonly string[]): void {
  const sign = row.querySelector<HTMLElement>('.mark');
  if (!sign) return;
  sign.hidden = !problems.length;
  sign.title = problems.join('\n');
}

function headingText(all: number, count: number): string {
  return `${count === all ? '' : `${count} of `}${all === 1 ? '1 sample' : `${all} samples`}`;
}

function emptyText(all: number, label: PreviewLabel | undefined): string {
  return all && label ? 'No sample shows this label, or speaks of it.' : '';
}
