import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { ownLabels } from './guideline';
import { removeParent } from './parentFixes';

export const noRedundantParent: TaxonomyRule = {
  id: 'no-redundant-parent',
  family: 'taxonomy',
  level: 'warning',
  scope: 'taxonomy',
  docs: {
    what: 'A label does not name a parent that it has anyway, by way of another parent.',
    why: 'The second way says nothing, and has to be kept in step. qSKOS calls it hierarchical redundancy; Skosify removes it.',
    invalid: taxonomyExample(`
labels:
  finding: {name: Finding, abstract: true}
  pleural: {name: Pleural finding, abstract: true, parent: finding}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: [pleural, finding]
`),
    valid: taxonomyExample(`
labels:
  finding: {name: Finding, abstract: true}
  pleural: {name: Pleural finding, abstract: true, parent: finding}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: pleural
`),
  },
  *check(taxonomy) {
    for (const label of ownLabels(taxonomy)) {
      if (label.parents.length < 2) continue;
      for (const parent of label.parents) {
        const by = label.parents.find(
          ({ text }) => text !== parent.text && taxonomy.space.ancestors(text).includes(parent.text),
        );
        if (!by || taxonomy.space.ancestors(parent.text).includes(by.text)) continue;
        yield {
          at: parent.node,
          message: `“${label.id}” is a kind of “${parent.text}” anyway, by way of “${by.text}”. Remove this parent.`,
          fixes: [removeParent(label, parent.text)],
        };
      }
    }
  },
};
