import type { Code } from '../../model/code';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { spanWithin } from '../../yaml/node';
import { builtInSystems, systemMeant } from '../codeShapes';
import { replaceFix } from '../fixes';
import { nearest } from '../nearest';
import { quoted } from '../words';
import { codesOfAttribute, codesOfLabel } from './codesOf';
import { taxonomyExample } from './examples';

const example = (code: string) =>
  taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    codes: ['${code} |Pneumothorax|']
`);

export const codeSystemIsKnown: AcrossRule = {
  id: 'code-system-is-known',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['codes', 'dicom', 'attributes.codes', 'attributes.values'],
  docs: {
    what: 'The code system of a code is one of those that are built in (SCT, RADLEX, DCM, LOINC, ICD10, FMA, NCIT, UBERON, OIDM, UCUM), or declared under `codeSystems`.',
    why: 'A code is worth nothing without its system: nobody knows where to look it up, and no other data can be joined by it. DICOM and FHIR ask for a system with each code.',
    invalid: example('SNOMED:36118008'),
    valid: example('SCT:36118008'),
  },
  check(label, view) {
    const found: Finding[] = [];
    const codes = codesOfLabel(label);
    if (codes.length > 0) found.push(...check(codes, () => view.codeSystems()));
    return found;
  },
  outside(guideline) {
    const found: Finding[] = [];
    if (guideline.kind !== 'taxonomy') return found;
    const declared = () => guideline.space.members.flatMap(({ taxonomy }) => [...taxonomy.codeSystems.keys()]);
    for (const attribute of guideline.taxonomy.attributes.values())
      found.push(...check(codesOfAttribute(attribute), declared));
    return found;
  },
};

function check(codes: readonly Code[], declared: () => readonly string[]): Finding[] {
  const found: Finding[] = [];
  for (const { system, node } of codes) {
    if (system === '' || builtInSystems.includes(system)) continue;
    const own = declared();
    if (own.includes(system)) continue;
    const meant = systemMeant(system) ?? nearest(system, [...own, ...builtInSystems]);
    const from = node.source.indexOf(system);
    const at = from < 0 ? node : spanWithin(node, from, from + system.length);
    found.push({
      at,
      message: `There is no code system ${quoted(system)}.${meant ? ` Did you mean “${meant}”?` : ' Declare it under “codeSystems” with its address.'}`,
      fixes: meant && at !== node ? [replaceFix(`Change to “${meant}”`, at, meant, true)] : [],
    });
  }
  return found;
}
