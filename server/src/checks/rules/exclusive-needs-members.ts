import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (exclusive: string) =>
  taxonomyExample(`
labels:
  normal: {name: Normal, definition: Nothing to be marked.${exclusive}}
  abnormal: {name: Abnormal, definition: Something to be marked.}
`);

export const exclusiveNeedsMembers: AcrossRule = {
  id: 'exclusive-needs-members',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['exclusive'],
  docs: {
    what: 'A label that says “only one of my group” (`exclusive`) is the parent of other labels.',
    why: 'Without members it excludes nothing. What was meant is `disjointWith`, or `exclusive` on the group above.',
    invalid: example(', exclusive: true'),
    valid: example(', disjointWith: [abnormal]'),
  },
  needsAllLabels: true,
  check({ id, exclusive, node, deprecated }, view) {
    const found: Finding[] = [];
    const entry = exclusive ? entryOf(node, 'exclusive') : undefined;
    if (!entry || node.kind !== 'map' || deprecated || view.hasMembers(id) || view.hasStrayParents()) return found;
    found.push({
      at: entry.key,
      message: `“${id}” has no members of which only one could be given. Set “exclusive” on the group, or name under “disjointWith” what it excludes.`,
      fixes: [removeFix('Remove “exclusive”', node, entry)],
    });
    return found;
  },
};
