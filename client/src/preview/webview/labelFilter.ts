import { element, fill } from '../../webview/dom';
import type { PreviewLabel } from '../../../../server/src/requests';
import type { PageSample } from '../protocol';

export interface LabelFilter {
  readonly element: HTMLElement;
  /** `chosen` is the label whose samples are listed; all are when there is none. */
  update(labels: readonly PreviewLabel[], samples: readonly PageSample[], chosen: PreviewLabel | undefined): void;
}

/** Whether a sample shows a label, or speaks of it. */
export function isSampleOf({ shows, about }: PageSample, label: string): boolean {
  return shows.includes(label) || about.includes(label);
}

/** The choice of a label whose samples are listed, of those that have some. */
export function createLabelFilter(onChoose: (label: string | undefined) => void): LabelFilter {
  const select = element('select', { class: 'label-filter', attributes: { 'aria-label': 'List the samples of' } });
  select.addEventListener('change', () => onChoose(select.value || undefined));
  let listed = '';
  return {
    element: select,
    update(labels, samples, chosen) {
      const counts = new Map<string, number>();
      for (const { shows, about } of samples) {
        for (const id of new Set([...shows, ...about])) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const options = labels
        .filter(({ id }) => counts.has(id) || id === chosen?.id)
        .map(({ id, name }) => ({ id, text: `${name} (${counts.get(id) ?? 0})` }));
      const content = JSON.stringify(options);
      if (content !== listed) {
        listed = content;
        const option = (id: string, text: string) => element('option', { text, attributes: { value: id } });
        fill(select, option('', 'All labels'), ...options.map((each) => option(each.id, each.text)));
      }
      select.value = chosen?.id ?? '';
      select.hidden = options.length === 0;
    },
  };
}
