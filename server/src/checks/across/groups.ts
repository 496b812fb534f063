import { placeIn } from '../../model/changes';
import type { GroupKind } from './shared';

/** Items that share something, by the kind of what they share and by what it is; each group in order, each item in it once. */
export interface Groups {
  /** `isLast` spares the search for the place where the item comes behind all others. */
  enter(kind: GroupKind, key: string, item: string, isLast?: boolean): void;
  leave(kind: GroupKind, key: string, item: string): void;
  first(kind: GroupKind, key: string): string | undefined;
  all(kind: GroupKind, key: string): readonly string[];
  /** Whether any group of a kind has more than one member. */
  hasShared(kind: GroupKind): boolean;
}

/** The groups of one kind. */
interface OfKind {
  // Most groups have one member, and need no list.
  readonly groups: Map<string, string | string[]>;
  /** How many have more than one member. */
  shared: number;
}

/** `isBefore` tells the order of two items; both are there. */
export function createGroups(isBefore: (a: string, b: string) => boolean): Groups {
  const kinds: Partial<Record<GroupKind, OfKind>> = {};
  const of = (kind: GroupKind): OfKind => (kinds[kind] ??= { groups: new Map(), shared: 0 });

  return {
    enter(kind, key, item, isLast = false) {
      const own = of(kind);
      const known = own.groups.get(key);
      if (known === undefined) {
        own.groups.set(key, item);
        return;
      }
      const list = typeof known === 'string' ? [known] : known;
      if (isLast ? list[list.length - 1] === item : list.includes(item)) return;
      if (list.length === 1) own.shared++;
      if (isLast) list.push(item);
      else
        list.splice(
          placeIn(list, (other) => isBefore(other, item)),
          0,
          item,
        );
      if (list !== known) own.groups.set(key, list);
    },
    leave(kind, key, item) {
      const own = of(kind);
      const known = own.groups.get(key);
      if (typeof known === 'string' || known === undefined) {
        if (known === item) own.groups.delete(key);
        return;
      }
      const at = known.indexOf(item);
      if (at < 0) return;
      known.splice(at, 1);
      if (known.length === 1) own.shared--;
      if (known.length === 0) own.groups.delete(key);
    },
    first(kind, key) {
      const known = of(kind).groups.get(key);
      return typeof known === 'string' ? known : known?.[0];
    },
    all(kind, key) {
      const known = of(kind).groups.get(key);
      return typeof known === 'string' ? [known] : (known ?? []);
    },
    hasShared: (kind) => of(kind).shared > 0,
  };
}
