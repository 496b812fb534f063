import type { Attribute } from '../../model/attribute';
import type { Code } from '../../model/code';
import type { Label } from '../../model/taxonomy';
import type { Span } from '../../yaml/node';
import { spanWithin } from '../../yaml/node';
import { codeMistake } from '../codes';
import type { Finding } from '../problem';
import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';

export const codeCheckDigit: TaxonomyRule = {
  id: 'code-check-digit',
  family: 'taxonomy',
  level: 'error',
  scope: 'taxonomy',
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
  *check({ taxonomy }) {
    for (const attribute of taxonomy.attributes.values()) yield* check(codesOf(attribute));
    for (const label of taxonomy.labels.values()) yield* ofLabel(label);
  },
};

const known = new WeakMap<Label, readonly Finding[]>();

function ofLabel(label: Label): readonly Finding[] {
  let findings = known.get(label);
  if (!findings) {
    const codes = [...label.codes, ...label.dicom.values(), ...[...label.attributes.values()].flatMap(codesOf)];
    known.set(label, (findings = [...check(codes)]));
  }
  return findings;
}

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
