import { opposites } from './text';

const opposite = new Map(opposites.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));

/** Something with the words of its name. */
interface Named {
  readonly id: string;
  readonly label: readonly string[];
}

/**
 * The ids of those whose names say opposite sides of one thing (`left lung`, `right lung`), by the words that they share
 * ({@link plainName}).
 */
export function sidedNames(concepts: Iterable<Named>): Map<string, ReadonlySet<string>> {
  const byName = new Map<string, Map<string, string[]>>();
  for (const { id, label } of concepts) {
    const [side, ...more] = label.filter((word) => opposite.has(word));
    if (side === undefined || more.length > 0 || label.length < 2) continue;
    const name = plainName(label.filter((word) => word !== side));
    const sides = byName.get(name) ?? new Map<string, string[]>();
    byName.set(name, sides);
    sides.set(side, [...(sides.get(side) ?? []), id]);
  }
  const result = new Map<string, ReadonlySet<string>>();
  for (const [name, sides] of byName) {
    const ids = [...sides].filter(([side]) => sides.has(opposite.get(side) ?? '')).flatMap(([, found]) => found);
    if (ids.length > 0) result.set(name, new Set(ids));
  }
  return result;
}

/** The words of a name in any order, as one text. */
export function plainName(label: readonly string[]): string {
  return [...label].sort().join(' ');
}
