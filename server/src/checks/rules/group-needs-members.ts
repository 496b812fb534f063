import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

export const groupNeedsMembers: AcrossRule = {
  id: 'group-needs-members',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['abstract'],
  docs: {
    what: 'A label that only groups others (`abstract`) is the parent of at least one.',
    why: 'A group without members cannot be annotated at all. Taxonomy checkers (qSKOS) report orphans and empty groups.',
    invalid: taxonomyExample(`
labels:
  finding: {name: Finding, abstract: true}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space.}
`),
    valid: taxonomyExample(`
labels:
  finding: {name: Finding, abstract: true}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., parent: finding}
  effusion: {name: Effusion, definition: Fluid in the pleural space., parent: finding}
`),
  },
  needsAllLabels: true,
  check(label, view) {
    const found: Finding[] = [];
    if (!label.abstract || label.deprecated || view.hasMembers(label.id)) return found;
    // A parent that leads nowhere may be this group, misspelt.
    if (view.hasStrayParents()) return found;
    found.push({
      at: entryOf(label.node, 'abstract')?.key ?? label.key,
      message: `“${label.id}” groups no label, and cannot be annotated itself. Name it as “parent” of its members, or remove “abstract”.`,
    });
    return found;
  },
};
