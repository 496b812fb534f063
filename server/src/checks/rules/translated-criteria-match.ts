import { entryOf, valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { counted } from '../words';
import { taxonomyExample } from './examples';

const example = (more: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    exclude:
      - Shadow of a nipple
      - End of a rib
    translations:
      de:
        name: Rundherd
        exclude:
          - Schatten einer Brustwarze
${more}`);

export const translatedCriteriaMatch: LabelRule = {
  id: 'translated-criteria-match',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['translations'],
  docs: {
    what: 'Where the criteria of a label (`include`, `exclude`) are translated, the translation has as many as the label itself.',
    why: 'A criterion that is missing in one language makes its readers decide otherwise. It happens whenever a criterion is added later.',
    invalid: example(''),
    valid: example('          - Ende einer Rippe\n'),
  },
  check({ id, node, translations, include, exclude }) {
    const found: Finding[] = [];
    for (const language of translations.keys()) {
      const translation = valueAt(node, 'translations', language);
      for (const [key, own] of Object.entries({ include, exclude })) {
        const entry = entryOf(translation, key);
        if (entry?.value.kind !== 'list' || entry.value.items.length === own.length) continue;
        found.push({
          at: entry.key,
          message: `“${id}” has ${counted(own.length, 'criterion', 'criteria')} under “${key}”, and ${entry.value.items.length} in “${language}”. Translate each of them.`,
        });
      }
    }
    return found;
  },
};
