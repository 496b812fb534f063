import { codeKey } from '../../model/code';
import type { Label } from '../../model/taxonomy';
import type { TaxonomyRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';
import { effectiveLabels, isOwn } from './guideline';

export const codeUsedOnce: TaxonomyRule = {
  id: 'code-used-once',
  family: 'taxonomy',
  level: 'warning',
  scope: 'taxonomy',
  docs: {
    what: 'No two labels have the same code as an exact match. Type, type modifier, region and its modifier count together: left and right lung may share a type. Labels out of use do not count.',
    why: 'Data are joined by their codes. With one code for two labels nobody can tell which was meant. qSKOS reports ambiguous notations.',
    invalid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    codes: ['SCT:36118008 |Pneumothorax|']
  tension-pneumothorax:
    name: Tension pneumothorax
    definition: Air in the pleural space that displaces the mediastinum.
    codes: ['SCT:36118008 |Pneumothorax|']
`),
    valid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    codes: ['SCT:36118008 |Pneumothorax|']
  tension-pneumothorax:
    name: Tension pneumothorax
    definition: Air in the pleural space that displaces the mediastinum.
    codes: [{code: 'SCT:36118008 |Pneumothorax|', match: broad}]
`),
  },
  *check(taxonomy) {
    const taken = new Map<string, Label>();
    for (const { entry, effective } of effectiveLabels(taxonomy.space)) {
      const { label } = entry;
      if (label.deprecated) continue;
      const { dicom } = effective;
      const modifiers = (['typeModifier', 'region', 'regionModifier'] as const).map((key) => {
        const code = dicom.get(key);
        return code ? codeKey(code) : '';
      });
      for (const code of label.codes) {
        if (code.match !== 'exact' || code.system === '') continue;
        const key = [codeKey(code), ...modifiers].join(' ');
        const other = taken.get(key);
        if (!other) taken.set(key, label);
        else if (other !== label && isOwn(taxonomy, entry)) {
          yield {
            at: code.node,
            message: `${quoted(codeKey(code))} is the code of “${other.id}” too. Take a narrower code, say how far it fits (“match”), or add a modifier or region under “dicom”.`,
          };
        }
      }
    }
  },
};
