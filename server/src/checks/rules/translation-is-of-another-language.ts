import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (language: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    translations:
      ${language}: {name: Nodule pulmonaire}
`);

export const translationIsOfAnotherLanguage: AcrossRule = {
  id: 'translation-is-of-another-language',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['translations'],
  docs: {
    what: 'A label is not translated into the language that the taxonomy itself is written in.',
    why: 'The label then has two names in one language, and each tool shows another one. qSKOS reports inconsistent preferred labels.',
    invalid: example('en'),
    valid: example('fr'),
  },
  check({ id, translations, node }, view) {
    const found: Finding[] = [];
    if (translations.size === 0) return found;
    const language = view.head('language');
    const entry = language === undefined ? undefined : entryOf(node, 'translations');
    const own = language === undefined ? undefined : entryOf(entry?.value, language);
    if (!entry || !own || entry.value.kind !== 'map' || node.kind !== 'map') return found;
    const alone = entry.value.entries.length === 1;
    found.push({
      at: own.key,
      message: `“${language}” is the language of this taxonomy, so that “${id}” has two names in it. Remove the translation, or name another language.`,
      fixes: [alone ? removeFix('Remove it', node, entry) : removeFix('Remove it', entry.value, own)],
    });
    return found;
  },
};
