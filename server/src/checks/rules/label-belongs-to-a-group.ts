import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (parent: string) =>
  taxonomyExample(`
labels:
  finding: {name: Finding, abstract: true}
  nodule: {name: Nodule, definition: A rounded opacity., parent: finding}
  mass: {name: Mass, definition: An opacity of more than 3 cm., parent: finding}
  scar: {name: Scar, definition: A line that does not change.${parent}}
`);

export const labelBelongsToAGroup: AcrossRule = {
  id: 'label-belongs-to-a-group',
  family: 'taxonomy',
  level: 'hint',
  scope: 'label-in-space',
  docs: {
    what: 'In a taxonomy with groups, each label has a parent, is part of a whole, or is a parent itself.',
    why: 'Whoever asks for all findings of a group misses the label that nobody put in it. qSKOS reports orphan concepts.',
    invalid: example(''),
    valid: example(', parent: finding'),
  },
  needsAllLabels: true,
  check(label, view) {
    const findings: Finding[] = [];
    if (label.parents.length > 0 || label.partOf.length > 0 || label.abstract || label.deprecated || label.ignore)
      return findings;
    if (label.node.kind !== 'map' || !view.hasGroups() || view.hasMembers(label.id)) return findings;
    // A parent that leads nowhere may be this label, misspelt.
    if (view.hasStrayParents()) return findings;
    findings.push({
      at: label.key,
      message: `“${label.id}” stands in no group. Name its “parent”, so that it is found with others of its kind.`,
    });
    return findings;
  },
};
