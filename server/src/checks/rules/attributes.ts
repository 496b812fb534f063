import type { Attribute } from '../../model/attribute';
import type { Finding } from '../problem';
import type { LabelKey, LabelRule } from '../rule';

/**
 * The checks of a rule that looks at attributes one by one, as they are written: those of labels, and shared ones; `on` are
 * the keys without which there is nothing to look at.
 */
export function ofAttributes(
  on: readonly LabelKey[],
  check: (attribute: Attribute) => Iterable<Finding>,
): Required<Pick<LabelRule, 'on' | 'check' | 'shared'>> {
  return {
    on,
    check({ attributes }) {
      const found: Finding[] = [];
      for (const attribute of attributes.values()) found.push(...check(attribute));
      return found;
    },
    shared: check,
  };
}
