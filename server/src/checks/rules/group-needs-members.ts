import { entryOf } from '../../yaml/node';
import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { hasUnreadLabels, ownLabels } from './guideline';

export const groupNeedsMembers: TaxonomyRule = {
  id: 'group-needs-members',
  family: 'taxonomy',
  level: 'warning',
  scope: 'taxonomy',
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
`),
  },
  *check(taxonomy) {
    const { space } = taxonomy;
    // A parent that leads nowhere may be this group, misspelt.
    const dangling = [...space.labels.values()].some(({ label }) =>
      label.parents.some(({ text }) => !space.labels.has(text)),
    );
    if (hasUnreadLabels(taxonomy) || dangling) return;
    for (const label of ownLabels(taxonomy)) {
      if (!label.abstract || label.deprecated || taxonomy.space.children(label.id).length > 0) continue;

      yield {
        at: entryOf(label.node, 'abstract')?.key ?? label.key,
        message: `“${label.id}” groups no label, and cannot be annotated itself. Name it as “parent” of its members, or remove “abstract”.`,
      };
    }
  },
};
