import type { Attribute } from '../../model/attribute';
import { spanBetween, valueAt } from '../../yaml/node';
import type { Finding, Fix } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

export const rangeIsNotEmpty: LabelRule = {
  id: 'range-is-not-empty',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  on: ['attributes.minimum', 'attributes.maximum'],
  docs: {
    what: 'The minimum of a number is not above its maximum, and its default lies between them.',
    why: 'No measurement fits between limits that have changed places, and a tool that takes them over refuses every answer.',
    invalid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes: {width: {type: number, unit: mm, minimum: 100, maximum: 0}}
`),
    valid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes: {width: {type: number, unit: mm, minimum: 0, maximum: 100}}
`),
  },
  check({ attributes }) {
    const found: Finding[] = [];
    for (const attribute of attributes.values()) found.push(...check(attribute));
    return found;
  },
  shared: check,
};

function check(attribute: Attribute): Finding[] {
  const found: Finding[] = [];
  const { id, node, minimum, maximum, default: preset } = attribute;
  const isEmpty = minimum !== undefined && maximum !== undefined && minimum > maximum;
  const [low, high] = isEmpty ? [valueAt(node, 'minimum'), valueAt(node, 'maximum')] : [];
  if (isEmpty && low && high) {
    const swap: Fix = {
      title: 'Swap the two',
      edits: (document) => [
        { range: document.range(low), text: document.textOf(high) },
        { range: document.range(high), text: document.textOf(low) },
      ],
    };
    const at = low.start < high.start ? spanBetween(low, high) : spanBetween(high, low);
    found.push({
      at,
      message: `The minimum of “${id}”, ${minimum}, is above its maximum, ${maximum}. One of them is wrong, or they are to be swapped.`,
      fixes: [swap],
    });
    return found;
  }
  if (typeof preset !== 'number') return found;
  const at = valueAt(node, 'default');
  if (!at) return found;
  if ((minimum !== undefined && preset < minimum) || (maximum !== undefined && preset > maximum)) {
    found.push({ at, message: `The default of “${id}”, ${preset}, lies outside its minimum and maximum.` });
  }
  return found;
}
