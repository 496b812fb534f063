import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { lacksDefinition } from '../across/shared';
import { counted } from '../words';
import { taxonomyExample } from './examples';

export const labelNeedsDefinition: AcrossRule = {
  id: 'label-needs-definition',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  docs: {
    what:
      'A label that readers annotate has a definition. Groups (`abstract`), labels out of use, and labels that a parent and a side or ' +
      'region define together (a `typeModifier` or `region` under `dicom`) need none. Where hardly any label has one, that is said once, at the first.',
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
  check(label, view) {
    const found: Finding[] = [];
    if (!lacksDefinition(label)) return found;
    const advice = 'Say under “definition” what a reader must see to give';
    if (!view.hasHardlyDefinitions()) {
      found.push({ at: label.key, message: `“${label.id}” has no definition. ${advice} this label.` });
    } else if (view.firstWithoutDefinition() === label.id) {
      const others = view.countWithoutDefinition() - 1;
      found.push({
        at: label.key,
        message: `“${label.id}” and ${counted(others, 'other label')} have no definition. ${advice} each of them.`,
      });
    }
    return found;
  },
};
