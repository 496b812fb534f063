import type { Attribute } from '../../model/attribute';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { ofAttributes } from './attributes';
import { taxonomyExample } from './examples';

const example = (type: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes: {diameter: {type: ${type}, unit: mm, minimum: 0, maximum: 30, step: 0.5}}
`);

export const stepFitsRange: LabelRule = {
  id: 'step-fits-range',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what: 'The maximum and the default of a number can be reached from its minimum by whole steps, and an integer has whole limits and steps.',
    why: 'A tool that takes the steps over offers no value between them: a maximum or default that lies between is never entered.',
    invalid: example('integer'),
    valid: example('number'),
  },
  ...ofAttributes(['attributes.minimum', 'attributes.maximum', 'attributes.step'], check),
};

function check({ id, type, node, step, minimum, maximum, default: preset }: Attribute): Finding[] {
  const found: Finding[] = [];
  const typeAt = type === 'integer' ? valueAt(node, 'type') : undefined;
  if (typeAt) {
    for (const [key, value] of Object.entries({ minimum, maximum, step })) {
      const at = valueAt(node, key);
      if (value === undefined || !at || Number.isInteger(value)) continue;
      found.push({
        at,
        message: `“${id}” is an integer, and its ${key} is ${value}. Make it a whole number, or “${id}” a “number”.`,
        fixes: [replaceFix('Make it a “number”', typeAt, 'number')],
      });
      return found;
    }
  }
  if (step === undefined || step <= 0 || minimum === undefined) return found;
  const ends = { maximum, default: typeof preset === 'number' ? preset : undefined };
  for (const [key, value] of Object.entries(ends)) {
    const at = valueAt(node, key);
    if (value === undefined || !at || value < minimum || isWhole((value - minimum) / step)) continue;
    const below = Number((minimum + Math.floor((value - minimum) / step + 1e-9) * step).toPrecision(12));
    found.push({
      at,
      message: `The ${key} of “${id}”, ${value}, cannot be reached from ${minimum} in steps of ${step}. The nearest below is ${below}.`,
      fixes: below > minimum ? [replaceFix(`Change to ${below}`, at, String(below))] : [],
    });
  }
  return found;
}

function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6;
}
