import type { Point } from '../../../../server/src/annotations/annotation';
import { element, fill } from '../../webview/dom';
import { describeAnnotation, describeMatch } from './describe';
import type { StyledRegion } from './draw';

export interface Tooltip {
  readonly element: HTMLElement;
  /** Shows what is known of a region beside a point of the canvas (CSS pixels); nothing hides it. */
  show(styled: StyledRegion | undefined, at: Point): void;
  /** Shows the same region as it is drawn now: its colour or its name may have changed. */
  refresh(regions: readonly StyledRegion[]): void;
  hide(): void;
}

export function createTooltip(): Tooltip {
  const tip = element('div', { class: 'tooltip', attributes: { role: 'tooltip', hidden: '' } });
  let last: { readonly styled: StyledRegion; readonly at: Point } | undefined;

  function show(styled: StyledRegion | undefined, at: Point): void {
    last = styled && { styled, at };
    tip.hidden = !styled;
    if (!styled) return;
    const [x, y] = at;
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
  }

  return {
    element: tip,
    show,
    hide: () => show(undefined, [0, 0]),
    refresh(regions) {
      if (!last) return;
      const now = regions.find(({ region }) => region === last?.styled.region);
      if (now?.style !== last.styled.style) show(now, last.at);
    },
  };
}
