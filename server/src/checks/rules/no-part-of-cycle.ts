import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

export const noPartOfCycle: AcrossRule = {
  id: 'no-part-of-cycle',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['partOf'],
  docs: {
    what: 'No label is, by way of `partOf`, a part of itself.',
    why: 'The extent of a part counts for the whole; in a circle the extent of each would count for all.',
    invalid: taxonomyExample(`
labels:
  lung: {name: Lung, definition: Both lungs., partOf: lobe}
  lobe: {name: Lobe, definition: A lobe of a lung., partOf: lung}
`),
    valid: taxonomyExample(`
labels:
  lung: {name: Lung, definition: Both lungs.}
  lobe: {name: Lobe, definition: A lobe of a lung., partOf: lung}
`),
  },
  check(label, view) {
    const found: Finding[] = [];
    const back = view.partCircle(label.id);
    const whole = label.partOf.find(({ text }) => text === back);
    if (!whole) return found;
    found.push({
      at: whole.node,
      message:
        whole.text === label.id
          ? `“${label.id}” is no part of itself. Name the whole it belongs to, or remove “partOf”.`
          : `“${label.id}” is a part of “${whole.text}”, which is a part of “${label.id}”. Take one of the two out.`,
    });
    return found;
  },
};
