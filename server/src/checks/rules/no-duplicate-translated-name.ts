import { valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

const example = (name: string) =>
  taxonomyExample(`
labels:
  nodule: {name: Nodule, definition: A rounded opacity., translations: {de: {name: Rundherd}}}
  mass: {name: Mass, definition: An opacity of more than 3 cm., translations: {de: {name: ${name}}}}
`);

export const noDuplicateTranslatedName: AcrossRule = {
  id: 'no-duplicate-translated-name',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['translations'],
  docs: {
    what: 'No two labels in use have the same name in a language that they are translated into.',
    why: 'Whoever reads in that language sees two labels with one name. Skosify reports overlapping labels for each language.',
    invalid: example('Rundherd'),
    valid: example('Raumforderung'),
  },
  check({ id, translations, deprecated, node }, view) {
    const found: Finding[] = [];
    if (translations.size === 0 || deprecated) return found;
    for (const [language, { name }] of translations) {
      const other = name === undefined ? undefined : view.firstTranslated(language, name);
      const at = valueAt(node, 'translations', language, 'name');
      if (name === undefined || other === undefined || other === id || !at) continue;
      found.push({
        at,
        message: `${quoted(name)} is the name of “${other}” in “${language}” too. Give each label names of its own.`,
      });
    }
    return found;
  },
};
