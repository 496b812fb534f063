import { removeItemFix, removeFix } from '../fixes';
import { entryOf } from '../../yaml/node';
import type { Finding, Fix } from '../problem';
import type { Label } from '../../model/taxonomy';
import type { AcrossRule } from '../rule';
import type { Located } from '../../model/read';
import { listed, quoted } from '../words';
import { taxonomyExample } from './examples';

export const geometryWithinParents: AcrossRule = {
  id: 'geometry-within-parents',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['geometry'],
  docs: {
    what: 'A label is marked in a way that each of its parents allows.',
    why: 'Whoever asks for all findings of a group relies on how the group is marked. A child may narrow what it inherits, never widen it.',
    invalid: taxonomyExample(`
labels:
  finding: {name: Finding, definition: Anything that is not normal., geometry: [mask, polygon]}
  nodule: {name: Nodule, definition: A rounded opacity., parent: finding, geometry: [mask, box]}
`),
    valid: taxonomyExample(`
labels:
  finding: {name: Finding, definition: Anything that is not normal., geometry: [mask, polygon]}
  nodule: {name: Nodule, definition: A rounded opacity., parent: finding, geometry: [mask]}
`),
  },
  check(label, view) {
    const found: Finding[] = [];
    if (!label.geometry) return found;
    const parents = label.parents.map(({ text }) => ({ id: text, allowed: view.inherited(text)?.geometry }));
    for (const own of label.geometry) {
      const parent = parents.find(({ allowed }) => allowed?.includes(own.text) === false);
      if (!parent) continue;
      found.push({
        at: own.node,
        message: `“${parent.id}”, the parent of “${label.id}”, does not allow ${quoted(own.text)}, only ${listed(parent.allowed ?? [], 'and')}. Remove it here, or allow it there.`,
        fixes: removeGeometry(label, own),
      });
    }
    return found;
  },
};

function removeGeometry({ node, geometry }: Label, { text, node: item }: Located): Fix[] {
  const entry = entryOf(node, 'geometry');
  if (node.kind !== 'map' || entry?.value.kind !== 'list') return [];
  const title = `Remove “${text}”`;
  if (geometry?.length === 1) return [removeFix(title, node, entry)];
  return [removeItemFix(title, entry.value.items, item, entry.value.style === 'flow')];
}
