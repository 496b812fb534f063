import type { Code } from '../../model/code';
import { shapeMistake } from '../codeShapes';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { codesOfAttribute, codesOfLabel, placeOfCode } from './codesOf';
import { taxonomyExample } from './examples';

export const codeFitsItsSystem: LabelRule = {
  id: 'code-fits-its-system',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  on: ['codes', 'dicom', 'attributes.codes', 'attributes.values'],
  docs: {
    what: 'Codes of RadLex, ICD-10, DICOM (`DCM`), FMA, the NCI Thesaurus, UBERON and OIDM look as codes of these systems do.',
    why: 'A code of another shape is found in no browser and joined with no data. The systems publish how their codes are written: RID and a number (RadLex), a letter and two digits (ICD-10), seven digits (UBERON).',
    invalid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    codes: ['ICD10:J931 |Other spontaneous pneumothorax|']
`),
    valid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    codes: ['ICD10:J93.1 |Other spontaneous pneumothorax|']
`),
  },
  check: (label) => check(codesOfLabel(label)),
  shared: (attribute) => check(codesOfAttribute(attribute)),
};

function check(codes: readonly Code[]): Finding[] {
  const found: Finding[] = [];
  for (const code of codes) {
    const mistake = shapeMistake(code.system, code.code);
    if (!mistake) continue;
    const at = placeOfCode(code);
    const { message, mended } = mistake;
    found.push({
      at,
      message: `${message}${mended ? ` Did you mean “${mended}”?` : ' Compare it with the source.'}`,
      fixes: mended && at !== code.node ? [replaceFix(`Change to “${mended}”`, at, mended, true)] : [],
    });
  }
  return found;
}
