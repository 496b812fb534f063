import { opposites, words } from './text';

const opposite = new Map(opposites.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));

const sideNames: ReadonlySet<string> = new Set(['left', 'right']);

/** Words for the sides in other languages, and those that are short for them at either end of a name. */
const sides = sideWords([
  ['left', 'links linke linken linker linkes gauche izquierda izquierdo sinistra sinistro sinister'],
  ['right', 'rechts rechte rechten rechter rechtes droite droit derecha derecho destra destro dexter'],
]);
const shortSides = sideWords([
  ['left', 'l lt'],
  ['right', 'r rt'],
]);

function sideWords(lists: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(lists.flatMap(([side, list]) => list.split(' ').map((word) => [word, side] as const)));
}

/** The words of a name, with its side as `left` or `right`: `L lung` and `lung_l` are the left lung, `L5` is none. */
export function nameWords(name: string): string[] {
  const found = words(name);
  return found.map((word, i) => {
    const isEnd = found.length > 1 && (i === found.length - 1 || (i === 0 && !/^\d/.test(found[1] ?? '')));
    return sides.get(word) ?? (isEnd ? shortSides.get(word) : undefined) ?? word;
  });
}

/** Whether two names differ in nothing but where and how the side of a thing is written. */
export function sameButForSide(one: readonly string[], other: readonly string[]): boolean {
  const rest = (name: readonly string[]) => name.filter((word) => !sideNames.has(word)).join(' ');
  return plainName(one) === plainName(other) && rest(one) === rest(other);
}

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
