import type { AttributeSides } from './attribute';
import { attributeFact, compareAttribute, pairAttributes } from './attribute';
import type { About } from './comparator';
import { tell } from './comparator';
import type { Rename } from './concepts';
import type { LabelPairs } from './labelPairs';
import { signature } from './labels';
import { tellPairing } from './pairing';
import type { Version } from './version';

/**
 * Tells changes of shared definitions once. Fills `renames`, and gives by attribute the signatures that labels repeat.
 */
export function compareShared(
  pairs: Pick<LabelPairs, 'before' | 'after'>,
  renames: Rename[],
  about: About,
): Map<string, readonly string[]> {
  const sides = (version: Version): AttributeSides => {
    const result = new Map();
    for (const [id, attribute] of version.space.attributes) {
      const side = version.shared(id);
      if (side) result.set(id, { attribute, side });
    }
    return result;
  };
  const [old, now] = [sides(pairs.before), sides(pairs.after)];
  const pairing = pairAttributes(old, now, []);
  renames.push(...pairing.renames);
  const signatures = new Map<string, string[]>();
  const within = (id: string): About => ({
    ...about,
    subject: id,
    kind: 'shared attribute',
    name: (now.get(id) ?? old.get(id))?.attribute.name,
    add(change) {
      signatures.set(id, [...(signatures.get(id) ?? []), signature({ ...change, subject: `.${change.subject}` }, '')]);
      about.add(change);
    },
  });
  const fact = (from: AttributeSides) => (id: string) => {
    const found = from.get(id);
    return found && attributeFact(found);
  };
  const facts = { before: fact(old), after: fact(now) };
  tellPairing('attribute', pairing, facts, within, (before, after, inner) => {
    const [was, is] = [old.get(before), now.get(after)];
    if (was && is) compareAttribute(was, is, inner);
  });
  for (const id of pairing.added) tell(within(id), 'shared-attribute-added', undefined, facts.after(id));
  for (const id of pairing.removed) tell(within(id), 'shared-attribute-removed', facts.before(id), undefined);
  return signatures;
}
