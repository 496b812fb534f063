import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (value: string) =>
  taxonomyExample(`
labels:
  lungs: {name: Lungs, abstract: true${value}}
  left-lung: {name: Left lung, definition: The lung with two lobes., parent: lungs, value: 1}
  right-lung: {name: Right lung, definition: The lung with three lobes., parent: lungs, value: 2}
`);

export const groupHasNoMaskValue: LabelRule = {
  id: 'group-has-no-mask-value',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['abstract'],
  docs: {
    what: 'A label that only groups others (`abstract`) has no mask value.',
    why: 'A group is not drawn itself: no pixel gets its value, and the value is lost for other labels.',
    invalid: example(', value: 3'),
    valid: example(''),
  },
  check({ id, abstract, value, node }) {
    const found: Finding[] = [];
    const entry = abstract && value !== undefined ? entryOf(node, 'value') : undefined;
    if (!entry || node.kind !== 'map') return found;
    found.push({
      at: entry.key,
      message: `“${id}” groups other labels and is not drawn itself, so that its mask value is never used. Remove it.`,
      fixes: [removeFix('Remove the value', node, entry)],
    });
    return found;
  },
};
