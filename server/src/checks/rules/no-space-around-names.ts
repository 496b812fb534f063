import type { YamlNode, YamlScalar } from '../../yaml/node';
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
  check({ id, node, synonyms, translations }) {
    const found: Finding[] = [];
    found.push(...check(id, valueAt(node, 'name')));
    for (const synonym of synonyms) found.push(...check(id, synonym.node));
    for (const language of translations.keys())
      found.push(...check(id, valueAt(node, 'translations', language, 'name')));
    return found;
  },
};

function check(id: string, at: YamlNode | undefined) {
  const found: Finding[] = [];
  if (at?.kind !== 'scalar' || at.style === 'missing') return found;
  const mended = tidied(at);
  if (mended === at.source || mended === '') return found;
  found.push({
    at,
    message: `The name ${quoted(at.source)} of “${id}” has blanks too many: at an end, or between words. Remove them.`,
    fixes: [replaceFix('Remove the blanks', at, asScalar(mended), true)],
  });
  return found;
}

function tidied({ source }: YamlScalar): string {
  return / {2}|^\s|\s$|[\t\n]/.test(source) ? source.trim().replace(/\s+/g, ' ') : source;
}
