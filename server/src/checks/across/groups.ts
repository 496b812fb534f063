import { placeIn } from '../../model/changes';

/** Items that share something, by what they share, each group in order. The first word of a group's name is its kind. */
export interface Groups {
  /** `isLast` spares the search for the place where the item comes behind all others. */
  enter(group: string, item: string, isLast?: boolean): void;
  leave(group: string, item: string): void;
  first(group: string): string | undefined;
  all(group: string): readonly string[];
  /** Whether any group of a kind has more than one member. */
  hasShared(kind: string): boolean;
}

/** `isBefore` tells the order of two items; both are there. */
export function createGroups(isBefore: (a: string, b: string) => boolean): Groups {
  // Most groups have one member, and need no list.
  const groups = new Map<string, string | string[]>();
  /** How many groups of a kind have more than one member. */
  const shared = new Map<string, number>();

  function count(group: string, by: 1 | -1): void {
    const kind = group.slice(0, group.indexOf(' '));
    shared.set(kind, (shared.get(kind) ?? 0) + by);
  }

  return {
    enter(group, item, isLast = false) {
      const known = groups.get(group);
      if (known === undefined) {
        groups.set(group, item);
        return;
      }
      const list = typeof known === 'string' ? [known] : known;
      if (list.length === 1) count(group, 1);
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
      if (at >= 0 && known.length === 1) count(group, -1);
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
    hasShared: (kind) => (shared.get(kind) ?? 0) > 0,
  };
}
