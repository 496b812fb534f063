import type { Change } from './change';
import { child } from './side';
import type { Side } from './side';
import type { Version } from './version';

/** Whether a label went out of use between two versions. */
export function isRetired(before: Version, after: Version, old: string, now: string): boolean {
  const isOut = (version: Version, id: string) =>
    version.labels.has(id) && child(version.label(id), 'deprecated') !== undefined;
  return !isOut(before, old) && isOut(after, now);
}

/**
 * What there is to tell of a label that went out of use: that it did, and what differs in the keys that it still has.
 * A tombstone keeps only what it needs; what it lacks is no change of its own.
 */
export function ofTombstone(changes: readonly Change[], tombstone: Side): readonly Change[] {
  return changes.filter(({ id, from, to }) => {
    // A geometry that is lost with those of a parent stands nowhere in the label.
    const key = id.startsWith('geometry-') ? 'geometry' : keyIn((to ?? from)?.path ?? '');
    return key !== undefined && child(tombstone, key) !== undefined;
  });
}

/** The key of a label that a JSON Pointer into it leads to, or one into what it takes from elsewhere. */
function keyIn(pointer: string): string | undefined {
  const [, block, , key] = pointer.split('/');
  return block === 'attributes' ? block : key;
}
