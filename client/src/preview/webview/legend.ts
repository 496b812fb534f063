import type { Annotation } from '../../../../server/src/annotations/annotation';
import { element, fill } from '../../webview/dom';
import { icon } from '../../webview/icons';
import { describeAnnotation, describeMatch } from './describe';
import type { LabelStyle } from './labelStyles';

/** A label with its annotations on the picture. */
export interface LegendEntry {
  readonly style: LabelStyle;
  readonly annotations: readonly Annotation[];
}

export interface LegendProps {
  readonly entries: readonly LegendEntry[];
  readonly hidden: ReadonlySet<string>;
  /** From 0 to 1, by the key of a label; 1 where absent. */
  readonly opacities: ReadonlyMap<string, number>;
  /** What is wrong with an annotation, in sentences. */
  readonly problemsOf: (annotation: Annotation, style: LabelStyle) => readonly string[];
  readonly chosen?: string;
}

export interface LegendEvents {
  /** Show or hide a label's annotations. */
  onToggle(key: string): void;
  /** Draw a label's annotations more or less opaque, from 0 to 1. */
  onOpacity(key: string, opacity: number): void;
  /** Put one label before the others, or none. */
  onChoose(key: string): void;
  /** Go to the label in the text. */
  onReveal(key: string): void;
  /** Point at an annotation, or at none. */
  onPoint(annotation: Annotation | undefined): void;
}

export interface Legend {
  readonly element: HTMLElement;
  update(props: LegendProps): void;
}

/** Rows beyond this many are counted, not listed. */
const most = 100;

/** The labels on the picture, each with its annotations; what is not in the taxonomy stands at the end, and says so. */
export function createLegend(events: LegendEvents): Legend {
  const root = element('section', { class: 'legend', attributes: { 'aria-label': 'Labels on this picture' } });
  let last = '';
  return {
    element: root,
    update(props) {
      const focused = root.contains(document.activeElement)
        ? document.activeElement?.getAttribute('data-focus')
        : undefined;
      const content = contentOf(props);
      if (content === last) return;
      last = content;
      const known = props.entries.filter(({ style }) => style.label);
      const unknown = props.entries.filter(({ style }) => !style.label);
      fill(
        root,
        element('h3', { text: 'On this picture' }),
        known.length > 0 && element('ul', {}, ...known.map((entry) => row(entry, props))),
        unknown.length > 0 && element('h3', { class: 'unknown', text: 'Not in the taxonomy' }),
        unknown.length > 0 && element('ul', {}, ...unknown.map((entry) => row(entry, props))),
        !props.entries.length && element('p', { class: 'empty', text: 'No annotations.' }),
      );
      // Rows are made anew; the keyboard stays where it was.
      if (focused)
        [...root.querySelectorAll<HTMLElement>('[data-focus]')]
          .find((each) => each.dataset['focus'] === focused)
          ?.focus();
    },
  };

  function row({ style, annotations }: LegendEntry, props: LegendProps): HTMLElement {
    const { hidden, chosen, problemsOf } = props;
    const shown = !hidden.has(style.key);
    const swatch = element('span', { class: style.label ? 'swatch' : 'swatch dashed' });
    swatch.style.setProperty('--swatch', style.color);
    const toggle = element(
      'button',
      {
        class: 'icon-button',
        title: shown ? `Hide ${style.name}` : `Show ${style.name}`,
        attributes: {
          'aria-pressed': shown,
          'aria-label': `${style.name} on the picture`,
          'data-focus': `t${style.key}`,
        },
        onClick: () => events.onToggle(style.key),
      },
      icon(shown ? 'shown' : 'hidden'),
    );
    const choose = element(
      'button',
      {
        class: 'label-name',
        attributes: { 'aria-pressed': style.key === chosen, 'data-focus': `c${style.key}` },
        onClick: () => events.onChoose(style.key),
      },
      swatch,
      element('span', { class: 'text', text: style.name }),
      annotations.length > 1 && element('span', { class: 'count', text: `${annotations.length}` }),
    );
    const goTo = style.label && revealButton(style.label.name, () => events.onReveal(style.key), `g${style.key}`);
    return element(
      'li',
      { class: shown ? 'label' : 'label off', attributes: { 'data-label': style.key } },
      element('div', { class: 'label-row' }, toggle, choose, opacitySlider(style, props), goTo),
      element(
        'ul',
        { class: 'annotations' },
        ...annotations
          .slice(0, most)
          .map((annotation) => annotationRow(annotation, style, problemsOf(annotation, style))),
        annotations.length > most && element('li', { class: 'quiet', text: `… and ${annotations.length - most} more` }),
      ),
    );
  }

  function opacitySlider({ key, name }: LabelStyle, { opacities }: LegendProps): HTMLElement {
    const attributes = {
      type: 'range',
      min: 0,
      max: 100,
      step: 5,
      value: Math.round((opacities.get(key) ?? 1) * 100),
      'aria-label': `Opacity of ${name}`,
      'data-focus': `o${key}`,
    };
    const slider = element('input', { class: 'opacity', title: `Opacity of ${name}`, attributes });
    slider.addEventListener('input', () => events.onOpacity(key, Number(slider.value) / 100));
    return slider;
  }

  function annotationRow(annotation: Annotation, style: LabelStyle, problems: readonly string[]): HTMLElement {
    const match = describeMatch(style, annotation.label.name);
    const button = element(
      'button',
      {
        class: 'annotation',
        attributes: { 'data-focus': `a${annotation.id}` },
        onClick: () => events.onReveal(style.key),
      },
      element('span', { text: describeAnnotation(annotation, style) }),
      style.label && match && element('span', { class: 'quiet', text: match }),
      ...problems.map((problem) => element('span', { class: 'unknown', text: problem })),
    );
    button.addEventListener('pointerenter', () => events.onPoint(annotation));
    button.addEventListener('pointerleave', () => events.onPoint(undefined));
    button.addEventListener('focus', () => events.onPoint(annotation));
    button.addEventListener('blur', () => events.onPoint(undefined));
    return element('li', {}, button);
  }
}

/** The button that goes to a place in the YAML. */
export function revealButton(name: string, onClick: () => void, focusKey?: string): HTMLElement {
  const title = `Go to ${name} in the text`;
  const attributes = { 'aria-label': title, 'data-focus': focusKey };
  return element('button', { class: 'icon-button go-to', title, attributes, onClick }, icon('goTo'));
}

/** What the rows would show, to tell whether they must be made anew. */
function contentOf({ entries, hidden, chosen, problemsOf }: LegendProps): string {
  const rows = entries.map(({ style, annotations }) => [
    style.key,
    style.name,
    style.color,
    style.by,
    style.others?.map(({ id, layer }) => [id, layer]),
    annotations
      .slice(0, most)
      .map((one) => [one.id, one.label.name, describeAnnotation(one, style), problemsOf(one, style)]),
    annotations.length,
  ]);
  return JSON.stringify([rows, [...hidden], chosen]);
}
