import { entryOf } from '../../yaml/node';
import { removeFix, removeItemFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (other: string) =>
  taxonomyExample(`
labels:
  opacity: {name: Opacity, definition: An area that is denser than it should be.}
  nodule: {name: Nodule, definition: A rounded opacity., parent: opacity, disjointWith: [${other}]}
  band: {name: Band, definition: A long opacity with straight borders., parent: opacity}
`);

export const disjointLabelsAreUnrelated: AcrossRule = {
  id: 'disjoint-labels-are-unrelated',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['disjointWith'],
  docs: {
    what: 'A label does not exclude (`disjointWith`) a label that it is a kind of, or that is a kind of it.',
    why: 'Whoever gives the narrower label has given the wider one, too, so that neither could ever be given. qSKOS reports disjointness against the hierarchy.',
    invalid: example('opacity'),
    valid: example('band'),
  },
  check({ id, disjointWith, node }, view) {
    const found: Finding[] = [];
    if (disjointWith.length === 0) return found;
    const above = view.ancestors(id);
    for (const { text, node: at } of disjointWith) {
      const isAbove = above.includes(text);
      if (text === id || (!isAbove && !view.ancestors(text).includes(id))) continue;
      const entry = entryOf(node, 'disjointWith');
      if (!entry || node.kind !== 'map') return found;
      const list = entry.value;
      const title = `Do not exclude “${text}”`;
      found.push({
        at,
        message: `“${isAbove ? id : text}” is a kind of “${isAbove ? text : id}”, so that the two cannot exclude each other. Take one of the two out.`,
        fixes: [
          list.kind === 'list' && list.items.length > 1
            ? removeItemFix(title, list.items, at, list.style === 'flow')
            : removeFix(title, node, entry),
        ],
      });
    }
    return found;
  },
};
