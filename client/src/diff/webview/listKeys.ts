/** What the keys act on: a list of which one row has the keyboard. */
export interface KeyedList {
  rowOf(node: Element | null): number | undefined;
  focus(row: number): void;
}

export interface ListKeyEvents {
  openRow(row: number): void;
  search(): void;
}

/** How far a key goes from a row; as a feed has it, Page Up and Page Down go to its neighbours. */
const steps: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };

/** The keys of the list: from change to change, to its place in the text, and to the search. */
export function listKeys(page: HTMLElement, list: KeyedList, { openRow, search }: ListKeyEvents): void {
  page.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!(target instanceof HTMLElement)) return;
    const types = target.matches('input, select');
    const row = list.rowOf(target);
    const by = Object.hasOwn(steps, key) ? steps[key] : undefined;
    if (by !== undefined && !event.ctrlKey && !types) list.focus(row === undefined ? 0 : row + by);
    else if (row !== undefined && event.ctrlKey && key === 'Home') list.focus(0);
    else if (row !== undefined && event.ctrlKey && key === 'End') list.focus(Infinity);
    else if (row !== undefined && key === 'Enter' && target.matches('.row')) openRow(row);
    else if (key === '/' && !types) search();
    else return;
    event.preventDefault();
  });
}
