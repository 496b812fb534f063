import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';
import { removeParent } from './parentFixes';

const example = (parent: string) =>
  taxonomyExample(`
labels:
  lung: {name: Lung, definition: Both lungs.}
  lobe: {name: Lobe, definition: A lobe of a lung., partOf: lung${parent}}
`);

export const partIsNoKind: AcrossRule = {
  id: 'part-is-no-kind',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['partOf'],
  docs: {
    what: 'A label is not both a part (`partOf`) and a kind (`parent`) of another one.',
    why: 'A lobe is a part of the lung, and no lung. What is said of the whole would hold for the part, and its extent would count twice. Ontologies keep is-a and part-of apart (OBO Relation Ontology).',
    invalid: example(', parent: lung'),
    valid: example(''),
  },
  check(label, view) {
    const found: Finding[] = [];
    const { id, partOf, node } = label;
    if (partOf.length === 0 || label.parents.length === 0) return found;
    const above = view.ancestors(id);
    const whole = partOf.find(({ text }) => text !== id && above.includes(text));
    const entry = entryOf(node, 'partOf');
    if (!whole || !entry || node.kind !== 'map') return found;
    const direct = label.parents.some(({ text }) => text === whole.text);
    found.push({
      at: whole.node,
      message: `“${id}” is both a part and a kind of “${whole.text}”. Keep what is true: is every “${id}” a “${whole.text}”?`,
      fixes: [
        ...(direct ? [removeParent(label, whole.text)] : []),
        ...(partOf.length === 1 ? [removeFix('Remove “partOf”', node, entry)] : []),
      ],
    });
    return found;
  },
};
