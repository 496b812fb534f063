import { placeIn } from '../../model/changes';

/** Items that share something, by what they share, each group in order. */
export interface Groups {
  /** `isLast` spares the search for the place where the item comes behind all others. */
  enter(group: string, item: string, isLast?: boolean): void;
  leave(group: string, item: string): void;
  first(group: string): string | undefined;
  all(group: string): readonly string[];
}

/** `isBefore` tells the order of two items; both are there. */
export function createGroups(isBefore: (a: string, b: string) => boolean): Groups {
  // Most groups have one member, and need no list.
  const groups = new Map<string, string | string[]>();

  return {
    enter(group, item, isLast = false) {
      const known = groups.get(group);
      if (known === undefined) {
        groups.set(group, item);
        return;
      }
      const list = typeof known === 'string' ? [known] : known;
      list.splice(isLast ? list.length : placeIn(list, (other) => isBefore(other, item)), 0, item);
      groups.set(group, list);
    },
    leave(group, item) {
      const known = groups.get(group);
      if (typeof known === 'string' || known === undefined) {
        if (known === item) groups.delete(group);
        return;
      }
      const at = known.indexOf(item);
      if (at >= 0) known.splice(at, 1);
      if (known.length === 0) groups.delete(group);
    },
    first(group) {
      const known = groups.get(group);
      return typeof known === 'string' ? known : known?.[0];
    },
    all(group) {
      const known = groups.get(group);
      return typeof known === 'string' ? [known] : (known ?? []);
    },
  };
}
