import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { ofAttributes } from './attributes';
import { taxonomyExample } from './examples';

const example = (values: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes: {margin: {type: choice, values: [${values}]}}
`);

export const choiceNeedsTwoValues: LabelRule = {
  id: 'choice-needs-two-values',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what: 'A choice or an ordinal has at least two values, unless several may be given at once.',
    why: 'With one value there is nothing to choose: every annotation gets it, also where it is wrong, and agreement on it is always perfect.',
    invalid: example('smooth'),
    valid: example('smooth, spiculated'),
  },
  ...ofAttributes(['attributes.values'], function ({ id, type, values, multiple, node }) {
    const found: Finding[] = [];
    if ((type !== 'choice' && type !== 'ordinal') || values.size !== 1 || multiple) return found;
    const entry = entryOf(node, 'values');
    const [only = ''] = values.keys();
    if (!entry) return found;
    found.push({
      at: entry.key,
      message: `“${id}” has one value only, “${only}”. Add the others, or make it a “boolean”.`,
    });
    return found;
  }),
};
