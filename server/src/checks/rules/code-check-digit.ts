import type { Code } from '../../model/code';
import { codeMistake } from '../codes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { codesOfAttribute, codesOfLabel, placeOfCode } from './codesOf';
import { taxonomyExample } from './examples';

export const codeCheckDigit: LabelRule = {
  id: 'code-check-digit',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  on: ['codes', 'dicom', 'attributes.codes', 'attributes.values'],
  docs: {
    what: 'Codes of SNOMED CT (`SCT`) and LOINC have a right check digit, and a SNOMED CT code is the id of a concept.',
    why:
      'A digit mistyped or two swapped make another code, or none. SNOMED CT ids end in a Verhoeff check digit, with the kind of component ' +
      'before it (SNOMED CT Release File Specification); LOINC numbers end in a mod-10 check digit (LOINC Users’ Guide).',
    invalid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    codes: ['SCT:36118080 |Pneumothorax|']
`),
    valid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    codes: ['SCT:36118008 |Pneumothorax|']
`),
  },
  check: (label) => check(codesOfLabel(label)),
  shared: (attribute) => check(codesOfAttribute(attribute)),
};

function check(codes: readonly Code[]): Finding[] {
  const found: Finding[] = [];
  for (const code of codes) {
    const message = codeMistake(code.system, code.code);
    if (message) found.push({ at: placeOfCode(code), message });
  }
  return found;
}
