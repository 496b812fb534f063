import type { Comparator, Fact } from '../comparator';
import type { Side } from '../side';
import { itemsOf } from '../side';
import { compareSets } from './lists';
import { textOf } from './scalars';

/** Lines between key points; neither their order nor their direction counts. */
export const skeleton: Comparator = {
  ids: ['skeleton-line-added', 'skeleton-line-removed'],
  compare(before, after, about) {
    const lines = (side: Side | undefined): Fact[] =>
      itemsOf(side).map((line) => ({ side: line, value: itemsOf(line).map(textOf).sort() }));
    const ids = { came: 'skeleton-line-added', went: 'skeleton-line-removed' };
    compareSets(ids, lines(before), lines(after), about);
  },
};
