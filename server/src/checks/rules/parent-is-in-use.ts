import type { Located } from '../../model/read';
import type { Label } from '../../model/taxonomy';
import { spanWithin } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (parent: string) =>
  taxonomyExample(`
labels:
  pleura: {name: Pleura, deprecated: {since: 1.0.0, replacedBy: pleural-finding}}
  pleural-finding: {name: Pleural finding, definition: An abnormality of the pleura.}
  plaque: {name: Plaque, definition: A calcified band along the pleura., parent: pleural-finding}
  effusion: {name: Effusion, definition: Fluid in the pleural space., parent: ${parent}}
`);

export const parentIsInUse: AcrossRule = {
  id: 'parent-is-in-use',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['parent', 'partOf', 'disjointWith'],
  docs: {
    what: 'A label in use has no parent and no whole, and excludes no label, that is out of use.',
    why: 'What is out of use is no longer looked after, and its label goes on inheriting from it. ROBOT reports references to deprecated terms as errors.',
    invalid: example('pleura'),
    valid: example('pleural-finding'),
  },
  check(label, view) {
    const found: Finding[] = [];
    if (label.deprecated) return found;
    for (const other of named(label)) {
      const successors = other.text === label.id ? undefined : view.successors(other.text);
      if (!successors) continue;
      const [only, another] = successors;
      const taken = named(label).some(({ text }) => text === only);
      const next = another === undefined && only !== label.id && !taken ? only : undefined;
      const at = spanWithin(other.node, 0, other.text.length);
      found.push({
        at,
        message: `“${other.text}” is out of use.${next ? ` Name “${next}”, which took its place.` : ' Name a label that is in use.'}`,
        fixes: next ? [replaceFix(`Change to “${next}”`, at, next, true)] : [],
      });
    }
    return found;
  },
};

function named({ parents, partOf, disjointWith }: Label): readonly Located[] {
  if (partOf.length === 0 && disjointWith.length === 0) return parents;
  return [...parents, ...partOf, ...disjointWith];
}
