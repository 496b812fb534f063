import type { Point } from '../../../../server/src/annotations/annotation';
import { element, fill } from '../../webview/dom';
import { describeAnnotation, describeMatch } from './describe';
import type { StyledRegion } from './draw';

export interface Tooltip {
  readonly element: HTMLElement;
  /** Shows what is known of a region beside a point of the canvas (CSS pixels); nothing hides it. */
  show(styled: StyledRegion | undefined, at: Point): void;
  hide(): void;
}

export function createTooltip(): Tooltip {
  const tip = element('div', { class: 'tooltip', attributes: { role: 'tooltip', hidden: '' } });
  return {
    element: tip,
    hide: () => (tip.hidden = true),
    show(styled, [x, y]) {
      tip.hidden = !styled;
      if (!styled) return;
      const { style, region } = styled;
      const match = describeMatch(style, region.annotation.label.name);
      fill(
        tip,
        element('strong', { text: style.name }),
        element('span', { text: describeAnnotation(region.annotation) }),
        match && element('span', { class: style.label ? 'quiet' : 'unknown', text: match }),
      );
      tip.style.setProperty('--swatch', style.color);
      const room = tip.parentElement?.getBoundingClientRect();
      const left = Math.min(x + 14, (room?.width ?? 0) - tip.offsetWidth - 4);
      const below = y + 18 + tip.offsetHeight < (room?.height ?? 0);
      tip.style.left = `${Math.max(4, left)}px`;
      tip.style.top = `${Math.max(4, below ? y + 18 : y - tip.offsetHeight - 8)}px`;
    },
  };
}
