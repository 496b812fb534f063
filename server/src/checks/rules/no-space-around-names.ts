import type { YamlNode } from '../../yaml/node';
import { valueAt } from '../../yaml/node';
import { asScalar, replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

const example = (name: string) =>
  taxonomyExample(`
labels:
  skin-fold:
    name: ${name}
    definition: A step in density where skin lies doubled.
`);

export const noSpaceAroundNames: LabelRule = {
  id: 'no-space-around-names',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what: 'Names and synonyms neither begin nor end with a blank, and have one blank between words.',
    why: 'Programs that match by name take “Lung ” for another label than “Lung”. ROBOT reports white space round labels.',
    invalid: example("'Skin fold '"),
    valid: example('Skin fold'),
  },
  check({ id, node, name, synonyms, translations }) {
    const found: Finding[] = [];
    const look = (text: string, at: () => YamlNode | undefined) => {
      const mended = tidied(text);
      const place = mended === text || mended === '' ? undefined : at();
      if (!place) return;
      found.push({
        at: place,
        message: `The name ${quoted(text)} of “${id}” has blanks too many: at an end, or between words. Remove them.`,
        fixes: [replaceFix('Remove the blanks', place, asScalar(mended), true)],
      });
    };
    if (name !== undefined) look(name, () => valueAt(node, 'name'));
    for (const synonym of synonyms) look(synonym.text, () => synonym.node);
    for (const [language, translated] of translations) {
      if (translated.name !== undefined) look(translated.name, () => valueAt(node, 'translations', language, 'name'));
    }
    return found;
  },
};

function tidied(text: string): string {
  return / {2}|^\s|\s$|[\t\n]/.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
}
