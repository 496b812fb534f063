import { entryOf } from '../yaml/node';
import type { Change } from './change';
import { placeOf } from './side';
import type { Version } from './version';

/** Whether a label went out of use between two versions. */
export function isRetired(before: Version, after: Version, old: string, now: string): boolean {
  return !before.labels.get(old)?.label.deprecated && after.labels.get(now)?.label.deprecated !== undefined;
}

/**
 * What there is to tell of a label that went out of use: that it did, and what differs in the keys that it still has.
 * A tombstone keeps only what it needs; what it lacks is no change of its own.
 */
export function ofTombstone(changes: readonly Change[], after: Version, id: string): readonly Change[] {
  const side = after.label(id);
  const { uri, path } = placeOf(side);
  return changes.filter(({ to }) => {
    if (to?.uri !== uri || !to.path.startsWith(`${path}/`)) return false;
    const [key = ''] = to.path.slice(path.length + 1).split('/');
    return entryOf(side.node, key) !== undefined;
  });
}
