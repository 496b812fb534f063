import type { Attribute } from '../../model/attribute';
import { entryOf } from '../../yaml/node';
import { removeFix, removeItemFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import type { AcrossRule } from '../rule';
import type { AttributeCircle } from './attributeCircle';
import { attributeCircles } from './attributeCircle';
import { taxonomyExample } from './examples';

const example = (derived: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes:
      diameter: {type: number, unit: mm${derived}}
      volume: {type: number, unit: mm3, derivedFrom: [diameter]}
`);

export const noDerivationCycle: AcrossRule = {
  id: 'no-derivation-cycle',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['attributes.derivedFrom'],
  docs: {
    what: 'No attribute is computed from itself (`derivedFrom`), not even by way of others.',
    why: 'In a circle none of the values is ever measured, and none can be computed.',
    invalid: example(', derivedFrom: [volume]'),
    valid: example(''),
  },
  check: ({ attributes }) => check(attributes),
  outside: (guideline) => (guideline.kind === 'taxonomy' ? check(guideline.taxonomy.attributes) : []),
};

function check(attributes: ReadonlyMap<string, Attribute>): Finding[] {
  const found: Finding[] = [];
  if (attributes.size === 0) return found;
  for (const circle of attributeCircles(attributes, ({ derivedFrom }) => derivedFrom)) {
    const [first = '', ...way] = circle.way;
    const message =
      way.length === 1
        ? `“${first}” is computed from itself. Remove it here.`
        : `“${first}” is computed from itself: ${circle.way.map((id) => `“${id}”`).join(' → ')}. One of them has to be measured.`;
    found.push({ at: circle.at.node, message, fixes: removeSource(attributes.get(first), circle) });
  }
  return found;
}

function removeSource(attribute: Attribute | undefined, { at }: AttributeCircle): Fix[] {
  const entry = entryOf(attribute?.node, 'derivedFrom');
  if (attribute?.node?.kind !== 'map' || entry?.value.kind !== 'list') return [];
  const title = `Do not compute “${attribute.id}” from “${at.text}”`;
  const { items, style } = entry.value;
  if (items.length === 1) return [removeFix(title, attribute.node, entry)];
  return [removeItemFix(title, items, at.node, style === 'flow')];
}
