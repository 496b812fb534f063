import type { ChangeValue } from './change';
import type { About } from './comparator';
import { factOf, tell } from './comparator';
import { labelConcept } from './labels';
import { child } from './side';
import type { Version } from './version';

/** Which label a mask value stands for, by `layer=value`. */
export function valueOwners(version: Version): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const id of version.labels.keys()) {
    const { value } = labelConcept(version, id);
    if (value !== undefined && !owners.has(value)) owners.set(value, id);
  }
  return owners;
}

/** Tells a change of a label's mask value; `value-reused` when masks so far have another label under the new one. */
export function compareValue(
  pairs: { readonly before: Version; readonly after: Version; readonly renamed: (id: string) => string },
  owners: ReadonlyMap<string, string>,
  old: string,
  now: string,
  about: About,
): void {
  const [was, is] = [pairs.before.labels.get(old)?.label.value, pairs.after.labels.get(now)?.label.value];
  if (was === is) return;
  const [before, after] = [
    factOf(child(pairs.before.label(old), 'value')),
    factOf(child(pairs.after.label(now), 'value')),
  ];
  const owner = owners.get(labelConcept(pairs.after, now).value ?? '');
  const formerly = owner !== undefined && pairs.renamed(owner) !== now ? owner : undefined;
  const details: { [key: string]: ChangeValue } =
    formerly === undefined ? {} : { formerly: calledIn(pairs.before, formerly) };
  if (was === undefined) tell(about, 'value-added', undefined, after, details);
  else if (is === undefined) tell(about, 'value-removed', before, undefined);
  else tell(about, formerly === undefined ? 'value-changed' : 'value-reused', before, after, details);
}

/** A label by name and id, as a sentence about it says. */
export function calledIn(version: Version, id: string): { readonly id: string; readonly name: string } {
  return { id, name: version.labels.get(id)?.label.name ?? id };
}
