import type { Annotation, Point } from '../../../../server/src/annotations/annotation';
import { element, fill } from '../../webview/dom';
import { describeAnnotation, describeMatch } from './describe';
import type { LabelStyle } from './labelStyles';

/** An annotation with how it is drawn and what is below the pointer. */
export interface Pointed {
  readonly annotation: Annotation;
  readonly style: LabelStyle;
  /** The value of the picture, in words. */
  readonly value: string;
  /** What is wrong with it, in sentences. */
  readonly problems: readonly string[];
}

export interface Tooltip {
  readonly element: HTMLElement;
  /** Shows what is known of an annotation beside a point of the panes (CSS pixels); nothing hides it. */
  show(pointed: Pointed | undefined, at: Point): void;
  /** Shows the same annotation as it is drawn now: its colour or its name may have changed. */
  refresh(now: (annotation: Annotation) => Pick<Pointed, 'style' | 'problems'> | undefined): void;
  hide(): void;
}

export function createTooltip(): Tooltip {
  const tip = element('div', { class: 'tooltip', attributes: { role: 'tooltip', hidden: '' } });
  let last: { readonly pointed: Pointed; readonly at: Point } | undefined;

  function show(pointed: Pointed | undefined, at: Point): void {
    last = pointed && { pointed, at };
    tip.hidden = !pointed;
    if (!pointed) return;
    const [x, y] = at;
    const { style, annotation, value, problems } = pointed;
    const match = describeMatch(style, annotation.label.name);
    fill(
      tip,
      element('strong', { text: style.name }),
      element('span', { text: describeAnnotation(annotation, style) }),
      value !== '' && element('span', { text: value }),
      match && element('span', { class: style.label ? 'quiet' : 'unknown', text: match }),
      ...problems.map((problem) => element('span', { class: 'unknown', text: problem })),
    );
    tip.style.setProperty('--swatch', style.color);
    const room = tip.parentElement?.getBoundingClientRect();
    const left = Math.min(x + 14, (room?.width ?? 0) - tip.offsetWidth - 4);
    const below = y + 18 + tip.offsetHeight < (room?.height ?? 0);
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${Math.max(4, below ? y + 18 : y - tip.offsetHeight - 8)}px`;
  }

  return {
    element: tip,
    show,
    hide: () => show(undefined, [0, 0]),
    refresh(now) {
      if (!last) return;
      const pointed = now(last.pointed.annotation);
      if (pointed?.style !== last.pointed.style) show(pointed && { ...last.pointed, ...pointed }, last.at);
    },
  };
}
