import { element, fill } from '../../webview/dom';

export interface NoSamples {
  readonly element: HTMLElement;
  /** Says what a guideline without samples lacks; nothing hides it. */
  update(guideline: { readonly kind: 'taxonomy' | 'protocol'; readonly label?: string } | undefined): void;
}

/** What stands in the place of samples while there are none: where they are written, and how. */
export function createNoSamples(): NoSamples {
  const root = element('section', { class: 'no-samples-yet', attributes: { 'aria-label': 'No samples', hidden: '' } });
  let last: string | undefined;
  return {
    element: root,
    update(guideline) {
      const content = JSON.stringify(guideline);
      if (content === last) return;
      last = content;
      root.hidden = !guideline;
      if (!guideline) return fill(root);
      const taxonomy = guideline.kind === 'taxonomy';
      fill(
        root,
        element('h2', {
          text: taxonomy ? 'No protocol with samples uses this taxonomy yet' : 'This protocol has no samples yet',
        }),
        element('p', {
          text: taxonomy
            ? 'Samples are written in a protocol that uses the taxonomy, in this way:'
            : 'Write them in the protocol, in this way:',
        }),
        element('pre', {}, element('code', { text: example(guideline.label ?? 'my-label') })),
        element('p', {
          class: 'quiet',
          text: 'Paths begin at the folder of the protocol. “annotations:” may be left out; it names a file of annotations: COCO, DICOM SEG, a mask and others.',
        }),
      );
    },
  };
}

function example(label: string): string {
  return [
    'samples:',
    '  first-case:',
    '    image: samples/first-case.png',
    '    annotations: samples/first-case.coco.json',
    `    shows: [${label}]`,
    '    kind: typical',
    '    caption: What this picture teaches.',
  ].join('\n');
}
