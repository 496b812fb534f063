/** How to tell which new item stands for an old one. All texts are ids, or hold them. */
export interface Following<T> {
  readonly id: (item: T) => string;
  /** The id of an old item, with the names it has in the new version. */
  readonly renamed: (item: T) => string;
  /** What the new version names in its place, where it went out of use. */
  readonly replacedBy: (item: T) => readonly string[];
  /** Whether an old and a new item say the same, apart from their ids. */
  readonly isSame?: (before: T, after: T) => boolean;
}

/** Old items with the new ones that stand for them, and those for which there is none. */
export interface Followed<T> {
  readonly pairs: readonly (readonly [T, T])[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * Pairs what two versions name by ids. What only follows a rename, what was left as it was after one, and what names
 * the replacement of a label that went out of use did neither come nor go.
 */
export function follow<T>(before: readonly T[], after: readonly T[], following: Following<T>): Followed<T> {
  const { id, renamed, replacedBy, isSame } = following;
  const [old, now] = [byId(before, id), byId(after, id)];
  const pairs: (readonly [T, T])[] = [];
  const rest = { old: new Map(old), now: new Map(now) };
  const take = (targets: (item: T) => readonly string[], fits: (was: T, is: T) => boolean = () => true) => {
    for (const [key, was] of rest.old) {
      const found = targets(was).find((target) => {
        const is = rest.now.get(target);
        return is !== undefined && fits(was, is);
      });
      const is = found === undefined ? undefined : rest.now.get(found);
      if (found === undefined || is === undefined) continue;
      pairs.push([was, is]);
      rest.old.delete(key);
      rest.now.delete(found);
    }
  };
  const literally = (item: T) => [id(item)];
  if (isSame) take(literally, isSame);
  else if (old.size === now.size && [...old.keys()].every((key) => now.has(key))) take(literally);
  take((item) => [renamed(item)]);
  take(literally);
  take(replacedBy);
  const replacements = new Set([...old.values()].flatMap((item) => [...replacedBy(item)]));
  return {
    pairs,
    gone: [...rest.old.values()].filter((item) => !replacedBy(item).some((target) => now.has(target))),
    come: [...rest.now.values()].filter((item) => !replacements.has(id(item))),
  };
}

function byId<T>(items: readonly T[], id: (item: T) => string): Map<string, T> {
  const result = new Map<string, T>();
  for (const item of items) if (!result.has(id(item))) result.set(id(item), item);
  return result;
}
