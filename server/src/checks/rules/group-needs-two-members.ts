import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (other: string) =>
  taxonomyExample(`
labels:
  pleural: {name: Pleural finding, abstract: true}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., parent: pleural}
${other}`);

export const groupNeedsTwoMembers: AcrossRule = {
  id: 'group-needs-two-members',
  family: 'taxonomy',
  level: 'hint',
  scope: 'label-in-space',
  on: ['abstract'],
  docs: {
    what: 'A label that only groups others (`abstract`) has at least two members.',
    why: 'A group of one says nothing that its member does not say, and readers have one more step to go. qSKOS lists such concepts as a loose end of the hierarchy.',
    invalid: example(''),
    valid: example('  effusion: {name: Effusion, definition: Fluid in the pleural space., parent: pleural}\n'),
  },
  needsAllLabels: true,
  check(label, view) {
    const found: Finding[] = [];
    if (!label.abstract || label.deprecated) return found;
    const only = view.onlyMember(label.id);
    if (only === undefined || only === label.id || view.hasStrayParents()) return found;
    found.push({
      at: label.key,
      message: `“${label.id}” groups one label only, “${only}”. Add the others, or do without the group.`,
    });
    return found;
  },
};
