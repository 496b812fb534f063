import { codeKey } from '../../model/code';
import { isExact, narrowedCode } from '../across/shared';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

export const codeUsedOnce: AcrossRule = {
  id: 'code-used-once',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['codes'],
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
  check(label, view) {
    const found: Finding[] = [];
    const inherited = view.inherited(label.id);
    if (!inherited || label.deprecated) return found;
    for (const code of label.codes) {
      if (!isExact(code)) continue;
      const other = view.firstCoded(() => narrowedCode(code, inherited));
      if (other === undefined || other === label.id) continue;
      found.push({
        at: code.node,
        message: `${quoted(codeKey(code))} is the code of “${other}” too. Take a narrower code, say how far it fits (“match”), or add a modifier or region under “dicom”.`,
      });
    }
    return found;
  },
};
