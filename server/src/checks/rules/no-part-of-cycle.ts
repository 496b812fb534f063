import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { ownLabels } from './guideline';

export const noPartOfCycle: TaxonomyRule = {
  id: 'no-part-of-cycle',
  family: 'taxonomy',
  level: 'error',
  scope: 'taxonomy',
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
  *check(taxonomy) {
    const told = new Set<string>();
    for (const label of ownLabels(taxonomy)) {
      if (told.has(label.id)) continue;
      const whole = label.partOf.find(({ text }) => wholes(text).has(label.id));
      if (!whole) continue;
      for (const member of wholes(label.id)) told.add(member);
      yield {
        at: whole.node,
        message:
          whole.text === label.id
            ? `“${label.id}” is no part of itself. Name the whole it belongs to, or remove “partOf”.`
            : `“${label.id}” is a part of “${whole.text}”, which is a part of “${label.id}”. Take one of the two out.`,
      };
    }

    /** A label with all that it is a part of. */
    function wholes(id: string): Set<string> {
      const seen = new Set([id]);
      for (const at of seen) for (const { text } of taxonomy.space.labels.get(at)?.label.partOf ?? []) seen.add(text);
      return seen;
    }
  },
};
