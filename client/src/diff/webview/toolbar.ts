import type { DiffChange } from '../../../../server/src/requests';
import { element, fill } from '../../webview/dom';
import type { Grouping, Level, Remedy, View } from '../protocol';
import { isNarrowed, levelCounts, remedyCounts, shownChanges, toggled } from './view';
import { levels, remedies } from './words';

export interface Toolbar {
  readonly element: HTMLElement;
  update(changes: readonly DiffChange[], view: View): void;
  /** Puts the keyboard into the search. */
  focusSearch(): void;
}

const groupings: readonly { readonly grouping: Grouping; readonly name: string }[] = [
  { grouping: 'level', name: 'By level' },
  { grouping: 'label', name: 'By label' },
];

/** What is shown of the changes, and how: grouping, search, filters by level and remedy. */
export function createToolbar(onChange: (view: View) => void): Toolbar {
  const search = element('input', {
    class: 'search',
    attributes: {
      type: 'search',
      placeholder: 'Search label, wording, reason…',
      'aria-label': 'Search the changes',
      'aria-keyshortcuts': '/',
      spellcheck: false,
    },
  });
  const group = element('div', { class: 'segments', attributes: { role: 'group', 'aria-label': 'Grouped' } });
  const levelChips = element('div', { class: 'filters', attributes: { role: 'group', 'aria-label': 'Levels shown' } });
  const remedyChips = element('div', {
    class: 'filters',
    attributes: { role: 'group', 'aria-label': 'Remedies shown' },
  });
  const status = element('p', { class: 'quiet shown', attributes: { role: 'status' } });
  const bar = element(
    'div',
    { class: 'toolbar', attributes: { role: 'search' } },
    element('div', { class: 'tools' }, group, search, status),
    element('div', { class: 'tools' }, levelChips, remedyChips),
  );
  let current: View | undefined;
  search.addEventListener('input', () => current && onChange({ ...current, search: search.value }));
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !current || !search.value) return;
    event.stopPropagation();
    onChange({ ...current, search: '' });
  });

  return {
    element: bar,
    focusSearch: () => search.focus(),
    update(changes, view) {
      current = view;
      bar.hidden = changes.length === 0;
      if (search.value !== view.search) search.value = view.search;
      const focused = document.activeElement?.getAttribute('data-chip');
      fill(
        group,
        ...groupings.map(({ grouping, name }) =>
          chip(`group ${grouping}`, 'segment', view.grouping === grouping, () => onChange({ ...view, grouping }), name),
        ),
      );
      const byLevel = levelCounts(changes, view);
      const there = { levels: new Set<Level>(), remedies: new Set<Remedy>() };
      for (const { level, remedy } of changes) {
        there.levels.add(level);
        there.remedies.add(remedy);
      }
      fill(
        levelChips,
        ...levels
          .filter(({ level }) => there.levels.has(level))
          .map(({ level, name, meaning }) => {
            const onClick = () => onChange({ ...view, levels: toggled(view.levels, level) });
            const pressed = view.levels.includes(level);
            const made = counted(`level ${level}`, pressed, byLevel.get(level) ?? 0, name, meaning, onClick);
            made.dataset['level'] = level;
            return made;
          }),
      );
      const byRemedy = remedyCounts(changes, view);
      fill(
        remedyChips,
        ...remedies
          .filter(({ remedy }) => there.remedies.has(remedy))
          .map(({ remedy, name, meaning }) => {
            const onClick = () => onChange({ ...view, remedies: toggled(view.remedies, remedy) });
            const pressed = view.remedies.includes(remedy);
            const made = counted(`remedy ${remedy}`, pressed, byRemedy.get(remedy) ?? 0, name, meaning, onClick);
            made.dataset['remedy'] = remedy;
            return made;
          }),
      );
      const shown = shownChanges(changes, view).length;
      const sentence = isNarrowed(view)
        ? `${shown} of ${changes.length} changes`
        : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
      // A status that says the same again is not to be read out again.
      if (status.textContent !== sentence) status.textContent = sentence;
      // The chips are made anew; the keyboard stays on the one it was on.
      if (focused) bar.querySelector<HTMLElement>(`[data-chip="${focused}"]`)?.focus();
    },
  };
}

function counted(
  key: string,
  pressed: boolean,
  count: number,
  name: string,
  meaning: string,
  onClick: () => void,
): HTMLButtonElement {
  const hint = pressed ? 'Click to see the others, too.' : 'Click to see only these.';
  const made = chip(
    key,
    'filter',
    pressed,
    onClick,
    element('strong', { text: String(count) }),
    ` ${name.toLowerCase()}`,
  );
  made.title = `${meaning}\n${hint}`;
  made.disabled = count === 0 && !pressed;
  return made;
}

function chip(key: string, kind: string, pressed: boolean, onClick: () => void, ...content: (Node | string)[]) {
  const attributes = { 'aria-pressed': pressed, 'data-chip': key };
  return element('button', { class: kind, attributes, onClick }, ...content);
}
