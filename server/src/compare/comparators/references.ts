import type { About, Comparator } from '../comparator';
import { factOf, tell } from '../comparator';
import type { Side } from '../side';
import { itemsOf } from '../side';
import { textOf } from './scalars';

/** A list of labels or of `label.attribute`, in no order, by the ids they have now. */
export function references(stem: string): Comparator {
  return {
    ids: [`${stem}-added`, `${stem}-removed`],
    compare(before, after, about) {
      const old = new Map(itemsOf(before).map((side) => [renamedReference(side, about), side]));
      const now = new Map(itemsOf(after).map((side) => [textOf(side), side]));
      for (const [id, side] of now) if (!old.has(id)) tell(about, `${stem}-added`, undefined, factOf(side));
      for (const [id, side] of old) if (!now.has(id)) tell(about, `${stem}-removed`, factOf(side), undefined);
    },
  };
}

function renamedReference(side: Side, about: About): string {
  const [label = '', ...attribute] = textOf(side).split('.');
  return [about.renamed('label', label), ...attribute].join('.');
}
