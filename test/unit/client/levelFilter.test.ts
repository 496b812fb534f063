import { describe, expect, it } from 'vitest';
import type { Level } from '../../../client/src/diff/protocol';
import { afterClick, shownLevels } from '../../../client/src/diff/webview/levelFilter';

const set = (...levels: Level[]): ReadonlySet<Level> => new Set(levels);

describe('afterClick', () => {
  it('chooses one level alone, and all with the second click', () => {
    expect(afterClick(set(), 'review', false)).toEqual(set('review'));
    expect(afterClick(set('breaking', 'review'), 'review', false)).toEqual(set('review'));
    expect(afterClick(set('review'), 'review', false)).toEqual(set());
  });

  it('adds a level, or takes it away', () => {
    expect(afterClick(set('review'), 'breaking', true)).toEqual(set('review', 'breaking'));
    expect(afterClick(set('review', 'breaking'), 'review', true)).toEqual(set('breaking'));
  });
});

describe('shownLevels', () => {
  it('are the chosen ones of those that there are', () => {
    expect(shownLevels(set('breaking', 'review'), set('review', 'additive'))).toEqual(set('review'));
  });

  it('are all when none is chosen, or there is none of the chosen', () => {
    expect(shownLevels(set('breaking', 'review'), set())).toEqual(set('breaking', 'review'));
    expect(shownLevels(set('breaking'), set('additive'))).toEqual(set('breaking'));
  });
});
