import type { Change } from '../change';
import type { Comparator } from '../comparator';
import { words } from '../text';

/**
 * Makes one change, `criterion-moved`, of what the inner comparator tells as two: a sentence that goes from the criteria
 * for inclusion and comes among those for exclusion, or back. Its sides carry the keys: `{"include": "Cavities"}`.
 */
export function withMovedCriteria(inner: Comparator): Comparator {
  return {
    ids: [...inner.ids, 'criterion-moved'],
    compare(before, after, about) {
      const changes: Change[] = [];
      inner.compare(before, after, { ...about, add: (change) => changes.push(change) });
      const linked = linkMoves(linkMoves(changes, 'include', 'exclude'), 'exclude', 'include');
      for (const change of linked) about.add(change);
    },
  };
}

const stems = { include: 'inclusion', exclude: 'exclusion' } as const;
type Key = keyof typeof stems;

function linkMoves(changes: readonly Change[], from: Key, to: Key): Change[] {
  const gone = changes.filter(({ id }) => id === `${stems[from]}-removed`);
  const moved = new Map<Change, Change>();
  for (const come of changes.filter(({ id }) => id === `${stems[to]}-added`)) {
    const went = gone.find((one) => !moved.has(one) && saysTheSame(one.before, come.after));
    if (went) moved.set(went, come);
  }
  const arrivals = new Set(moved.values());
  return changes.flatMap((change) => {
    const come = moved.get(change);
    if (come) {
      return [
        {
          ...change,
          id: 'criterion-moved',
          before: { [from]: change.before },
          after: { [to]: come.after },
          to: come.to,
        },
      ];
    }
    return arrivals.has(change) ? [] : [change];
  });
}

function saysTheSame(one: Change['before'], other: Change['after']): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return one === other;
  const [was, is] = [words(one).join(' '), words(other).join(' ')];
  return was === is && (was !== '' || one === other);
}
