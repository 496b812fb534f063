import type { Attribute } from '../../model/attribute';
import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { attributeCircles } from './attributeCircle';
import { taxonomyExample } from './examples';

const example = (when: string) =>
  taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes:
      width: {type: number, unit: mm${when}}
      drained: {type: boolean, when: {width: {minimum: 20}}}
`);

export const noConditionCycle: AcrossRule = {
  id: 'no-condition-cycle',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['attributes.when'],
  docs: {
    what: 'No attribute is asked on a condition (`when`) that rests on its own answer, not even by way of others.',
    why: 'Each question waits for the answer to the other one, and none of them is ever asked.',
    invalid: example(', when: {drained: true}'),
    valid: example(''),
  },
  check: ({ attributes }) => check(attributes),
  outside: (guideline) => (guideline.kind === 'taxonomy' ? check(guideline.taxonomy.attributes) : []),
};

function check(attributes: ReadonlyMap<string, Attribute>): Finding[] {
  const found: Finding[] = [];
  if (attributes.size === 0) return found;
  for (const { way, at } of attributeCircles(attributes, subjects)) {
    const [first = ''] = way;
    const node = attributes.get(first)?.node;
    const entry = entryOf(node, 'when');
    found.push({
      at: at.node,
      message: `“${first}” is asked only after “${at.text}”, which is asked only after “${first}”. Take one of the conditions out.`,
      fixes: node?.kind === 'map' && entry ? [removeFix(`Always ask for “${first}”`, node, entry)] : [],
    });
  }
  return found;
}

/** What the conditions of an attribute rest on; one of several alternatives may do without. */
function subjects({ when }: Attribute) {
  return when.length === 1 ? (when[0] ?? []).map(({ subject, key }) => ({ text: subject, node: key })) : [];
}
