import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (attribute: string) =>
  taxonomyExample(`
labels:
  assessment:
    name: Assessment
    definition: The grade that is given once for each side.
    per: ${attribute}
    attributes:
      side: {type: choice, values: [left, right]}
      remark: {type: text}
`);

export const perNeedsChoice: AcrossRule = {
  id: 'per-needs-choice',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['per'],
  docs: {
    what: 'One answer is given for each value (`per`) of an attribute that has values: a choice, an ordinal or a boolean.',
    why: 'A free text or a number has no values to go through: nobody could tell how many answers are missing.',
    invalid: example('remark'),
    valid: example('side'),
  },
  check({ id, per }, view) {
    const found: Finding[] = [];
    const attribute = per && view.inherited(id)?.attributes.get(per.text);
    const type = attribute?.type;
    if (!per || type === undefined || ['choice', 'ordinal', 'boolean'].includes(type)) return found;
    found.push({
      at: per.node,
      message: `“${per.text}” is of the type “${type}” and has no values to give an answer for. Name a choice, such as the side.`,
    });
    return found;
  },
};
