import { componentsFrom } from '../../model/components';

/** Labels that lead back to themselves, by their parents or by what they are a part of. */
export interface Circles {
  /** The labels that a label is in a circle with, itself included; nothing when it is in none. */
  of(id: string): readonly string[] | undefined;
}

/** `isBefore` tells the order that the labels of a circle are given in. */
export function findCircles(
  next: (id: string) => readonly string[],
  has: (id: string) => boolean,
  isBefore: (a: string, b: string) => boolean,
): Circles {
  const known = new Map<string, readonly string[] | undefined>();
  return {
    of(id) {
      if (known.has(id)) return known.get(id);
      const targets = next(id);
      if (targets.length === 0 || !has(id)) return undefined;
      // What leads to known ones only is in no circle: those of its own circle would have been found with it.
      if (
        !targets.includes(id) &&
        targets.every((other) => known.has(other) || next(other).length === 0 || !has(other))
      ) {
        known.set(id, undefined);
        return undefined;
      }
      for (const component of componentsFrom(id, next, (other) => known.has(other) || !has(other))) {
        const [first = ''] = component;
        const isCircle = component.length > 1 || next(first).includes(first);
        const circle = isCircle ? component.sort((a, b) => (isBefore(a, b) ? -1 : 1)) : undefined;
        for (const member of component) known.set(member, circle);
      }
      return known.get(id);
    },
  };
}

/**
 * The ways to tell of a circle: from the first of its labels that `isTold` accepts, the shortest way back to it; from
 * the next one that was not on that way, its own; and so on.
 */
export function waysRound(
  circle: readonly string[],
  next: (id: string) => readonly string[],
  isTold: (id: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>();
  const done = new Set<string>();
  const inCircle = new Set(circle);
  for (const start of circle) {
    if (done.has(start) || !isTold(start)) continue;
    const way = shortestWay(start, (id) => next(id).filter((other) => inCircle.has(other)));
    for (const id of way) done.add(id);
    ways.set(start, way);
  }
  return ways;
}

function shortestWay(start: string, next: (id: string) => readonly string[]): string[] {
  const before = new Map<string, string>();
  const reached = new Set([start]);
  for (const id of reached) {
    for (const other of next(id)) {
      if (other === start) {
        const way: string[] = [];
        for (let at: string | undefined = id; at !== undefined && at !== start; at = before.get(at)) way.unshift(at);
        return [start, ...way];
      }
      if (!reached.has(other)) before.set(other, id);
      reached.add(other);
    }
  }
  return [];
}
