import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';
import { removeParent } from './parentFixes';

export const noRedundantParent: AcrossRule = {
  id: 'no-redundant-parent',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['parent'],
  docs: {
    what: 'A label does not name a parent that it has anyway, by way of another parent.',
    why: 'The second way says nothing, and has to be kept in step. qSKOS calls it hierarchical redundancy; Skosify removes it.',
    invalid: taxonomyExample(`
labels:
  finding: {name: Finding, definition: Anything that is not normal.}
  pleural: {name: Pleural finding, definition: An abnormality of the pleura., parent: finding}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: [pleural, finding]
`),
    valid: taxonomyExample(`
labels:
  finding: {name: Finding, definition: Anything that is not normal.}
  pleural: {name: Pleural finding, definition: An abnormality of the pleura., parent: finding}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: pleural
`),
  },
  check(label, view) {
    const found: Finding[] = [];
    if (label.parents.length < 2) return found;
    const redundant = view.redundantParents(label.id);
    for (const parent of label.parents) {
      const at = redundant.findIndex((id, index) => index % 2 === 0 && id === parent.text);
      if (at < 0) continue;
      found.push({
        at: parent.node,
        message: `“${label.id}” is a kind of “${parent.text}” anyway, by way of “${redundant[at + 1]}”. Remove this parent.`,
        fixes: [removeParent(label, parent.text)],
      });
    }
    return found;
  },
};
