import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

export const labelNeedsDefinition: LabelRule = {
  id: 'label-needs-definition',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what:
      'A label that readers annotate has a definition. Groups (`abstract`), labels out of use, and labels that a parent and a side or ' +
      'region define together (a `typeModifier` or `region` under `dicom`) need none.',
    why:
      'Two readers decide alike only when the label says what it means. qSKOS calls it an undocumented concept, ROBOT reports a missing ' +
      'definition as a warning.',
    invalid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
`),
    valid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: >-
      Air in the pleural space, seen as a visceral pleural line without lung markings beyond it.
`),
  },
  *check(label) {
    if (label.node.kind !== 'map' || label.abstract || label.deprecated || label.definition !== undefined) return;
    const modified = ['typeModifier', 'region', 'regionModifier'] as const;
    if (label.parents.length > 0 && modified.some((key) => label.dicom.has(key))) return;
    yield {
      at: label.key,
      message: `“${label.id}” has no definition. Say under “definition” what a reader must see to give this label.`,
    };
  },
};
