import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';
import { removeParent } from './parentFixes';

export const noParentCycle: AcrossRule = {
  id: 'no-parent-cycle',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['parent'],
  docs: {
    what: 'No label is, by way of its parents, a kind of itself.',
    why: 'A label inherits from its parents; in a circle it would inherit from itself. qSKOS and Skosify report cyclic hierarchies.',
    invalid: taxonomyExample(`
labels:
  effusion:
    name: Effusion
    definition: Fluid in the pleural space.
    parent: empyema
  empyema:
    name: Empyema
    definition: Pus in the pleural space.
    parent: effusion
`),
    valid: taxonomyExample(`
labels:
  effusion:
    name: Effusion
    definition: Fluid in the pleural space.
  empyema:
    name: Empyema
    definition: Pus in the pleural space.
    parent: effusion
`),
  },
  check(label, view) {
    const found: Finding[] = [];
    const circle = view.parentCircle(label.id);
    const [first, second = first] = circle;
    const parent = label.parents.find(({ text }) => text === second);
    if (first === undefined || !parent) return found;
    const way = [...circle, first].map((id) => `“${id}”`).join(' → ');
    const message =
      circle.length === 1
        ? `“${first}” is its own parent. Remove it here.`
        : `“${first}” is a kind of itself: ${way}. Take one of these parents out.`;
    found.push({ at: parent.node, message, fixes: [removeParent(label, parent.text)] });
    return found;
  },
};
