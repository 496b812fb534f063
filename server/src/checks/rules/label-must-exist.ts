import type { DocumentReference } from '../../model/references';
import { documentReferences, headReferences, labelReferences, mayNameOthers } from '../../model/references';
import type { LabelView } from '../across/labelView';
import { replaceFix } from '../fixes';
import { isId } from '../ids';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';
import { nearestLabel, spaceOf } from './guideline';

export const labelMustExist: AcrossRule = {
  id: 'label-must-exist',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['parent', 'partOf', 'disjointWith', 'confusedWith', 'deprecated', 'attributes.labels'],
  docs: {
    what: 'Wherever a taxonomy or a protocol names a label, that label exists in the taxonomy or in what it imports.',
    why:
      'A name that leads nowhere is a rule for nothing: an agreement that is not measured, a parent that passes nothing on. ' +
      'Terminology checkers (qSKOS, ROBOT) report dangling references as errors, too.',
    invalid: taxonomyExample(`
labels:
  finding: {name: Finding, definition: Anything that is not normal.}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: findng
`),
    valid: taxonomyExample(`
labels:
  finding: {name: Finding, definition: Anything that is not normal.}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    parent: finding
`),
  },
  // A label may stand in the part that could not be read.
  needsAllLabels: true,
  check: (label, view) => {
    const { node, parents } = label;
    // Most labels name their parent only.
    const [parent, another] = parents;
    const isAll = parent && !another && !mayNameOthers(label);
    if (isAll && (view.has(parent.text) || typeof parent.node.value !== 'string')) return none;
    return missing(labelReferences({ value: node }), view);
  },
  outside(guideline) {
    const found: Finding[] = [];
    const space = spaceOf(guideline);
    if (!space) return found;
    const { document } = guideline.file;
    const references =
      guideline.kind === 'taxonomy' ? headReferences(document) : documentReferences(guideline.kind, document);
    found.push(
      ...missing(references, {
        has: (id) => space.labels.has(id),
        nearest: (word) => nearestLabel(word, space),
      }),
    );
    return found;
  },
};

const none: readonly Finding[] = [];

function missing(
  references: readonly DocumentReference[],
  { has, nearest }: Pick<LabelView, 'has' | 'nearest'>,
): Finding[] {
  const found: Finding[] = [];
  for (const { kind, id, at, open } of references) {
    if ((kind !== 'label' && kind !== 'label-or-attribute') || open || !isId(id) || has(id)) continue;
    const meant = nearest(id);
    found.push({
      at,
      message: `There is no label ${quoted(id)}.${meant ? ` Did you mean “${meant}”?` : ' Define it under “labels”, or name another.'}`,
      fixes: meant ? [replaceFix(`Change to “${meant}”`, at, meant, true)] : [],
    });
  }
  return found;
}
