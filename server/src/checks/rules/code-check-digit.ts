import type { Attribute } from '../../model/attribute';
import type { Code } from '../../model/code';
import type { Span } from '../../yaml/node';
import { spanWithin } from '../../yaml/node';
import { codeMistake } from '../codes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

export const codeCheckDigit: LabelRule = {
  id: 'code-check-digit',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  on: ['codes', 'dicom', 'attributes'],
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
  check: ({ codes, dicom, attributes }) =>
    check([...codes, ...dicom.values(), ...[...attributes.values()].flatMap(codesOf)]),
  shared: (attribute) => check(codesOf(attribute)),
};

function codesOf({ codes, values }: Attribute): Code[] {
  return [...codes, ...[...values.values()].flatMap((value) => value.codes)];
}

function* check(codes: readonly Code[]): Iterable<Finding> {
  for (const code of codes) {
    const message = codeMistake(code.system, code.code);
    if (message) yield { at: placeOf(code), message };
  }
}

/** The code alone, without its system and term. */
function placeOf({ system, code, node }: Code): Span {
  const from = node.source.indexOf(code, system.length);
  return from < 0 ? node : spanWithin(node, from, from + code.length);
}
