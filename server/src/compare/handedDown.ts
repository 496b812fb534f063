import { componentsFrom } from '../model/components';
import { valueAt } from '../yaml/node';
import type { LabelPairs } from './labelPairs';
import { child } from './side';
import type { Version } from './version';

/** Keys that a label takes from above where it does not say them itself: the nearest that is said counts. */
export const nearestKeys = ['presence', 'scope', 'layer', 'per'] as const;

/** All that a label takes from its parents, or of which it takes a part. */
const handedDownKeys = ['geometry', ...nearestKeys, 'dicom', 'attributes'] as const;
export type HandedDownKey = (typeof handedDownKeys)[number];

const nearest: ReadonlySet<HandedDownKey> = new Set(nearestKeys);

const none: ReadonlySet<HandedDownKey> = new Set();

/**
 * Tells in which of the keys that are handed down an old label may differ from the one that stands for it now: in all
 * others they are written the same, in the label or above it. Attributes are looked at again where they rest on one of
 * `changedAttributes`, too.
 */
export function createHandedDown(
  { before, after, same, renamed }: Pick<LabelPairs, 'before' | 'after' | 'same' | 'renamed'>,
  changedAttributes: ReadonlySet<string>,
): (old: string) => ReadonlySet<HandedDownKey> {
  const known = new Map<string, ReadonlySet<HandedDownKey>>();

  /** The keys that the two labels themselves write in another way. */
  function differingIn(old: string, now: string): ReadonlySet<HandedDownKey> {
    const result = new Set<HandedDownKey>();
    if (!(old === now && same.has(old))) {
      for (const key of handedDownKeys) if (textAt(before, old, key) !== textAt(after, now, key)) result.add(key);
    }
    if (changedAttributes.size > 0 && !result.has('attributes')) {
      const attributes = after.labels.get(now)?.label.attributes.keys() ?? [];
      if ([...attributes].some((attribute) => changedAttributes.has(attribute))) result.add('attributes');
    }
    return result.size === 0 ? none : result;
  }

  /** Whether an old and a new parent are the same label, or the same missing one. */
  function isSameParent(was: string, is: string | undefined): boolean {
    if (!before.labels.has(was) && !before.space.labels.has(was)) return was === is && !after.space.labels.has(is);
    return before.labels.has(was) && is !== undefined && after.labels.has(is) && renamed(was) === is;
  }

  /** The keys that may differ because of what stands above; all of them where the parents are others, or in a circle. */
  function differingAbove(old: string, now: string, inCircle: boolean): readonly HandedDownKey[] {
    const [was, is] = [before.parents(old), after.parents(now)];
    if (inCircle || was.length !== is.length || !was.every((id, i) => isSameParent(id, is[i]))) return handedDownKeys;
    return was.flatMap((id) => [...(known.get(id) ?? none)]);
  }

  function find(old: string, inCircle: boolean): ReadonlySet<HandedDownKey> {
    const now = renamed(old);
    const own = differingIn(old, now);
    const above = differingAbove(old, now, inCircle).filter(
      (key) => own.has(key) || !nearest.has(key) || !child(before.label(old), key),
    );
    return above.length === 0 ? own : new Set([...own, ...above]);
  }

  return (old) => {
    const isDone = (id: string) => known.has(id) || !before.labels.has(id);
    for (const component of componentsFrom(old, before.parents, isDone)) {
      const [only = '', ...others] = component;
      const inCircle = others.length > 0 || before.parents(only).includes(only);
      for (const id of component) known.set(id, find(id, inCircle));
    }
    return known.get(old) ?? none;
  };
}

function textAt(version: Version, id: string, key: string): string | undefined {
  const label = version.labels.get(id);
  const value = label && valueAt(label.node, key);
  return value && label.document.textOf(value);
}
