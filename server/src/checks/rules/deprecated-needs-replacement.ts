import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

export const deprecatedNeedsReplacement: LabelRule = {
  id: 'deprecated-needs-replacement',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['deprecated'],
  docs: {
    what: 'A label that is out of use says what took its place, or why nothing did.',
    why:
      'Annotations with the old label exist. Without a replacement nobody knows what becomes of them. Ontologies keep the same rule ' +
      '(“term replaced by”, checked by ROBOT).',
    invalid: taxonomyExample(`
labels:
  left-pneumothorax:
    name: Left pneumothorax
    deprecated: {since: 1.0.0}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space.}
`),
    valid: taxonomyExample(`
labels:
  left-pneumothorax:
    name: Left pneumothorax
    deprecated: {since: 1.0.0, replacedBy: pneumothorax}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space.}
`),
  },
  check({ id, node, deprecated }) {
    const found: Finding[] = [];
    if (!deprecated || deprecated.node.kind !== 'map' || deprecated.replacedBy.length > 0 || deprecated.reason)
      return found;
    found.push({
      at: entryOf(node, 'deprecated')?.key ?? deprecated.node,
      message: `“${id}” is out of use, and nothing takes its place. Name a label under “replacedBy”, or say under “reason” why there is none.`,
    });
    return found;
  },
};
