import { readNumber } from '../model/read';
import { valueAt } from '../yaml/node';
import type { ChangeValue } from './change';
import type { About } from './comparator';
import { factOf, tell } from './comparator';
import { child } from './side';
import type { Version } from './version';

/** Which label of a version has a mask value in the layer of another version's label. */
export type ValueOwner = (version: Version, id: string) => string | undefined;

/** Reads which labels have which mask value; their layers are looked up where they are asked for. */
export function* valueOwnerSteps(owners: Version): Generator<undefined, ValueOwner> {
  const byValue = new Map<number, string[]>();
  for (const [id, { node }] of owners.labels) {
    yield;
    const value = readNumber(valueAt(node, 'value'));
    const known = value === undefined ? undefined : byValue.get(value);
    if (known) known.push(id);
    else if (value !== undefined) byValue.set(value, [id]);
  }
  const byLayer = new Map<number, ReadonlyMap<string, string>>();
  const layerOf = (version: Version, id: string) => version.effective(id)?.layer ?? '';
  return (version, id) => {
    const value = version.labels.get(id)?.label.value;
    if (value === undefined) return undefined;
    let layers = byLayer.get(value);
    if (!layers) {
      const ids = byValue.get(value) ?? [];
      // Of several in a layer the first counts.
      layers = new Map(ids.map((owner) => [layerOf(owners, owner), owner] as const).reverse());
      byLayer.set(value, layers);
    }
    return layers.get(layerOf(version, id));
  };
}

/** Tells a change of a label's mask value; `value-reused` when masks so far have another label under the new one. */
export function compareValue(
  pairs: { readonly before: Version; readonly after: Version; readonly renamed: (id: string) => string },
  ownerOf: ValueOwner,
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
  const owner = ownerOf(pairs.after, now);
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
