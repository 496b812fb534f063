import type { Attribute } from '../../model/attribute';
import type { Finding } from '../problem';
import type { LabelKey, LabelRule } from '../rule';

/**
 * The checks of a rule that looks at attributes one by one, as they are written: those of labels, and shared ones; `on` are
 * the keys without which there is nothing to look at.
 */
export function ofAttributes(
  on: readonly LabelKey[],
  check: (attribute: Attribute) => readonly Finding[],
): Required<Pick<LabelRule, 'on' | 'check' | 'shared'>> {
  return {
    on,
    check({ attributes }) {
      let found: readonly Finding[] = none;
      for (const attribute of attributes.values()) {
        const own = check(attribute);
        if (own.length > 0) found = found.length > 0 ? [...found, ...own] : own;
      }
      return found;
    },
    shared: check,
  };
}

const none: readonly never[] = [];
