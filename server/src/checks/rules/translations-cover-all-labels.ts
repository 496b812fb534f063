import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { listed, quoted } from '../words';
import { taxonomyExample } from './examples';

const example = (translation: string) =>
  taxonomyExample(`
labels:
  nodule: {name: Nodule, definition: A rounded opacity., translations: {de: {name: Rundherd}}}
  mass: {name: Mass, definition: An opacity of more than 3 cm., translations: {de: {name: Raumforderung}}}
  scar: {name: Scar, definition: A line that does not change., translations: {de: {name: Narbe}}}
  cyst: {name: Cyst, definition: A round space with a thin wall., translations: {de: {name: Zyste}}}
  bulla: {name: Bulla, definition: A space of more than 1 cm.${translation}}
`);

export const translationsCoverAllLabels: AcrossRule = {
  id: 'translations-cover-all-labels',
  family: 'taxonomy',
  level: 'info',
  scope: 'label-in-space',
  docs: {
    what: 'A language that most labels (four of five) are translated into is there for each label. Labels out of use do not count.',
    why: 'A reader who works in that language finds one label in another. qSKOS and Skosify report an incomplete language coverage.',
    invalid: example(''),
    valid: example(', translations: {de: {name: Emphysemblase}}'),
  },
  needsAllLabels: true,
  check({ id, key, node, translations, deprecated }, view) {
    const found: Finding[] = [];
    if (deprecated || node.kind !== 'map') return found;
    const missing = view.usualLanguages().filter((language) => translations.get(language)?.name === undefined);
    if (missing.length === 0) return found;
    const at = entryOf(node, 'translations')?.key ?? key;
    found.push({
      at,
      message: `“${id}” has no name in ${listed(missing.map(quoted), 'and')}, as most labels have. Add it under “translations”.`,
    });
    return found;
  },
};
