import { element } from '../../webview/dom';
import type { Heights } from './heights';
import { createHeights } from './heights';

/** Rows beyond what is in sight are made for so many pixels above and below: scrolling finds them there. */
const margin = 800;

export interface VirtualListParts<T> {
  /** What scrolls; the list may have something above it there. */
  readonly scroller: HTMLElement;
  /** How much of the scroller's upper edge is covered, in CSS pixels. */
  readonly covered: () => number;
  readonly keyOf: (item: T) => string;
  /** How high a row probably is, in CSS pixels. */
  readonly guess: (item: T) => number;
  readonly render: (item: T, row: number, rows: number) => HTMLElement;
  /** After scrolling. */
  readonly onScroll: () => void;
}

/** A list of rows of any height, of which only those near what is in sight are in the page. Rows count from 0. */
export interface VirtualList<T> {
  readonly element: HTMLElement;
  /** Shows other items; the row at the top stays where it is, and the keyboard where it was. */
  update(items: readonly T[]): void;
  /** The key of the first row in sight. */
  topKey(): string | undefined;
  /** Brings the row with a key to the top; nothing happens when there is none. */
  scrollTo(key: string): void;
  /** Puts the keyboard on a row, the nearest one where there is none. */
  focus(row: number): void;
  /** The row that holds an element. */
  rowOf(node: Element | null): number | undefined;
}

export function createVirtualList<T>(parts: VirtualListParts<T>): VirtualList<T> {
  const { scroller, covered, keyOf, guess, render, onScroll } = parts;
  const list = element('div', { class: 'rows', attributes: { role: 'feed', 'aria-label': 'Changes' } });
  const measured = new Map<string, number>();
  const made = new Map<number, HTMLElement>();
  let items: readonly T[] = [];
  let heights: Heights = createHeights([]);

  const observer = new ResizeObserver((entries) => {
    let above = 0;
    for (const { target, borderBoxSize } of entries) {
      const row = rowOf(target);
      const height = borderBoxSize[0]?.blockSize;
      // What is being taken out has no height.
      if (row === undefined || !height) continue;
      const isAbove = heights.top(row) + heights.height(row) <= offset();
      const by = heights.set(row, height);
      measured.set(keyOf(items[row]!), height);
      if (isAbove) above += by;
    }
    place();
    if (above) scroller.scrollTop += above;
    show();
  });

  /** How far the list is scrolled: negative while something above it is in sight. */
  function offset(): number {
    return scroller.scrollTop + covered() - list.offsetTop;
  }

  function place(): void {
    list.style.height = `${heights.total}px`;
    for (const [row, node] of made) node.style.top = `${heights.top(row)}px`;
  }

  /** Makes the rows that are near, and takes out the others but for the one that has the keyboard. */
  function show(): void {
    const start = offset();
    const first = heights.at(start - margin);
    const last = items.length ? heights.at(start + scroller.clientHeight + margin) : -1;
    const focused = rowOf(document.activeElement);
    for (const [row, node] of made) {
      if ((row < first || row > last) && row !== focused) takeOut(row, node);
    }
    for (let row = first; row <= last; row++) if (!made.has(row)) make(row);
  }

  function make(row: number): HTMLElement {
    const node = render(items[row]!, row, items.length);
    node.classList.add('row');
    node.dataset['row'] = String(row);
    node.style.top = `${heights.top(row)}px`;
    // The order in the page is that of the Tab key.
    const next = [...made.keys()].filter((each) => each > row).reduce((a, b) => Math.min(a, b), Infinity);
    list.insertBefore(node, made.get(next) ?? null);
    made.set(row, node);
    observer.observe(node);
    return node;
  }

  function takeOut(row: number, node: HTMLElement): void {
    observer.unobserve(node);
    node.remove();
    made.delete(row);
  }

  function rowOf(node: Element | null): number | undefined {
    const row = node && list.contains(node) ? node.closest<HTMLElement>('.row')?.dataset['row'] : undefined;
    return row === undefined ? undefined : Number(row);
  }

  /** The top of a row comes to the top of what is in sight, `by` pixels off. */
  function scrollToRow(row: number, by = 0): void {
    scroller.scrollTop = list.offsetTop - covered() + heights.top(row) + by;
  }

  scroller.addEventListener(
    'scroll',
    () => {
      show();
      onScroll();
    },
    { passive: true },
  );
  new ResizeObserver(() => show()).observe(scroller);

  return {
    element: list,
    rowOf,
    update(next) {
      const start = offset();
      const top = items.length && start > 0 ? heights.at(start) : undefined;
      const anchor = top === undefined ? undefined : { key: keyOf(items[top]!), by: start - heights.top(top) };
      const keyboard = keyboardPlace();
      for (const [row, node] of [...made]) takeOut(row, node);
      items = next;
      heights = createHeights(items.map((item) => measured.get(keyOf(item)) ?? guess(item)));
      place();
      const row = anchor ? items.findIndex((item) => keyOf(item) === anchor.key) : -1;
      if (anchor && row >= 0) scrollToRow(row, anchor.by);
      show();
      restoreKeyboard(keyboard);
    },
    topKey() {
      const item = items[heights.at(Math.max(0, offset()))];
      return item && offset() > 0 ? keyOf(item) : undefined;
    },
    scrollTo(key) {
      const row = items.findIndex((item) => keyOf(item) === key);
      if (row < 0) return;
      scrollToRow(row);
      show();
    },
    focus(wanted) {
      if (!items.length) return;
      const row = Math.min(Math.max(0, wanted), items.length - 1);
      const [top, bottom] = [heights.top(row), heights.top(row) + heights.height(row)];
      if (top < offset() || bottom > offset() + scroller.clientHeight - covered()) scrollToRow(row, -8);
      show();
      (made.get(row) ?? make(row)).focus({ preventScroll: true });
    },
  };

  interface KeyboardPlace {
    readonly key: string;
    /** Which of the things in the row that take the keyboard it is on; -1 for the row itself. */
    readonly index: number;
  }

  function keyboardPlace(): KeyboardPlace | undefined {
    const row = rowOf(document.activeElement);
    const node = row === undefined ? undefined : made.get(row);
    const item = row === undefined ? undefined : items[row];
    return node && item && { key: keyOf(item), index: focusable(node).indexOf(document.activeElement as HTMLElement) };
  }

  function restoreKeyboard(place: KeyboardPlace | undefined): void {
    const row = place ? items.findIndex((item) => keyOf(item) === place.key) : -1;
    if (!place || row < 0) return;
    const node = made.get(row) ?? make(row);
    (focusable(node)[place.index] ?? node).focus({ preventScroll: true });
  }
}

function focusable(node: HTMLElement): HTMLElement[] {
  return [...node.querySelectorAll<HTMLElement>('button, select, [tabindex]')];
}
