import { element, fill } from '../../webview/dom';
import { icon } from '../../webview/icons';
import type { PageSample } from '../protocol';
import { kindBadge } from './kindBadge';
import { revealButton } from './legend';

export interface SampleHeader {
  readonly element: HTMLElement;
  update(sample: PageSample | undefined, problems: readonly string[]): void;
}

/** The sample's name, kind and caption, and what is wrong with it. */
export function createSampleHeader(onReveal: (key: string) => void): SampleHeader {
  const root = element('section', { class: 'sample-header', attributes: { 'aria-label': 'Sample' } });
  let last: string | undefined;
  return {
    element: root,
    update(sample, problems) {
      const content = JSON.stringify([sample, problems]);
      if (content === last) return;
      last = content;
      if (!sample) return fill(root);
      fill(
        root,
        element(
          'div',
          { class: 'label-title' },
          element('h2', { text: sample.id }),
          sample.kind && kindBadge(sample.kind),
          revealButton(sample.id, () => onReveal(sample.key)),
        ),
        sample.caption && element('p', { class: 'caption', text: sample.caption }),
        problems.length > 0 &&
          element(
            'div',
            { attributes: { role: 'alert' } },
            element(
              'ul',
              { class: 'problems' },
              ...problems.map((problem) => element('li', {}, icon('warning'), element('span', { text: problem }))),
            ),
          ),
      );
    },
  };
}
