import type { LabelSpace } from '../../model/labelSpace';
import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { ownLabels } from './guideline';
import { removeParent } from './parentFixes';

export const noParentCycle: TaxonomyRule = {
  id: 'no-parent-cycle',
  family: 'taxonomy',
  level: 'error',
  scope: 'taxonomy',
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
  *check(taxonomy) {
    const done = new Set<string>();
    for (const label of ownLabels(taxonomy)) {
      const cycle = cycleFrom(label.id, taxonomy.space, done);
      const [first, second = first] = cycle;
      const parent = label.parents.find(({ text }) => text === second);
      if (!parent || first !== label.id) continue;
      const way = [...cycle, first].map((id) => `“${id}”`).join(' → ');
      const message =
        cycle.length === 1
          ? `“${first}” is its own parent. Remove it here.`
          : `“${first}” is a kind of itself: ${way}. Take one of these parents out.`;
      yield { at: parent.node, message, fixes: [removeParent(label, parent.text)] };
    }
  },
};

/** The ids of a cycle that a label stands on, beginning with it; each cycle is told once, at its first label. */
function cycleFrom(start: string, space: LabelSpace, done: Set<string>): string[] {
  if (done.has(start) || !reachesItself(start, space)) return [];
  const before = new Map<string, string>();
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const { text: next } of space.labels.get(id)?.label.parents ?? []) {
      if (next === start) {
        const cycle: string[] = [];
        for (let at: string | undefined = id; at !== undefined && at !== start; at = before.get(at)) cycle.unshift(at);
        for (const member of [start, ...cycle]) done.add(member);
        return [start, ...cycle];
      }
      if (before.has(next) || !space.labels.has(next)) continue;
      before.set(next, id);
      queue.push(next);
    }
  }
  return [];
}

function reachesItself(id: string, space: LabelSpace): boolean {
  return (
    space.labels.get(id)?.label.parents.some(({ text }) => text === id || space.ancestors(text).includes(id)) ?? false
  );
}
