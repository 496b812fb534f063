import { entryOf } from '../../yaml/node';
import { removeFix, removeItemFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (other: string) =>
  taxonomyExample(`
labels:
  normal: {name: Normal, definition: Nothing to be marked., disjointWith: [${other}]}
  nodule: {name: Nodule, definition: A rounded opacity.}
`);

export const labelNamesOthers: LabelRule = {
  id: 'label-names-others',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  on: ['disjointWith', 'confusedWith'],
  docs: {
    what: 'A label is neither disjoint with itself nor confused with itself.',
    why: 'A label that excludes itself can never be given. It is most often a slip where another label was meant.',
    invalid: example('normal'),
    valid: example('nodule'),
  },
  check({ id, node, disjointWith, confusedWith }) {
    const found: Finding[] = [];
    if (node.kind !== 'map') return found;
    const self = disjointWith.find(({ text }) => text === id);
    const disjoint = self && entryOf(node, 'disjointWith');
    if (self && disjoint) {
      const list = disjoint.value;
      const title = 'Remove it';
      found.push({
        at: self.node,
        message: `“${id}” cannot exclude itself. Name the label that it cannot be given with.`,
        fixes: [
          list.kind === 'list' && list.items.length > 1
            ? removeItemFix(title, list.items, self.node, list.style === 'flow')
            : removeFix(title, node, disjoint),
        ],
      });
    }
    const confused = confusedWith.get(id);
    const map = confused && entryOf(node, 'confusedWith')?.value;
    const entry = entryOf(map, id);
    if (confused && map?.kind === 'map' && entry) {
      found.push({
        at: confused.key,
        message: `“${id}” cannot be taken for itself. Name the label that it is easily taken for.`,
        fixes: map.entries.length > 1 ? [removeFix('Remove it', map, entry)] : [],
      });
    }
    return found;
  },
};
