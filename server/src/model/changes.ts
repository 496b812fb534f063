/** What is no longer in a list, and what is new in it. */
export interface Changes<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * How a list differs from an earlier one, whose items are known again by identity. What stands in another order than
 * before counts as removed and added. One pass over the lists.
 */
export function changesBetween<T extends object>(before: readonly T[], after: readonly T[]): Changes<T> {
  if (before === after) return { removed: [], added: [] };
  if (last?.before.deref() === before && last.after.deref() === after) return last.changes as Changes<T>;
  const changes = compare(before, after);
  if (changes.removed.length + changes.added.length < 1000) {
    last = { before: new WeakRef(before), after: new WeakRef(after), changes };
  }
  return changes;
}

/** The last small difference: several ask for that of one edit. */
let last: { before: WeakRef<object>; after: WeakRef<object>; changes: Changes<object> } | undefined;

function compare<T extends object>(before: readonly T[], after: readonly T[]): Changes<T> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  if (removed.length === 0 || added.length === 0) return { removed, added };

  const places = new Map(removed.map((item, index) => [item, index]));
  const kept = new Set<T>();
  let latest = -1;
  for (const item of added) {
    const place = places.get(item);
    if (place === undefined || place <= latest) continue;
    kept.add(item);
    latest = place;
  }
  const isNot = (item: T) => !kept.has(item);
  return kept.size === 0 ? { removed, added } : { removed: removed.filter(isNot), added: added.filter(isNot) };
}

/** Where an item belongs in an ordered list: behind all that `isBefore` it, which stand first. */
export function placeIn<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  // Most lists are made in their order.
  while (low < high) {
    const middle = high === items.length && low === 0 ? high - 1 : (low + high) >> 1;
    if (isBefore(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
