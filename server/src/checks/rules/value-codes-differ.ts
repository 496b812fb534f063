import { codeKey } from '../../model/code';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { quoted } from '../words';
import { ofAttributes } from './attributes';
import { taxonomyExample } from './examples';

const example = (right: string) =>
  taxonomyExample(`
attributes:
  side:
    type: choice
    values:
      left: {name: Left, codes: ['SCT:7771000 |Left|']}
      right: {name: Right, codes: ['${right}']}
labels: {}
`);

export const valueCodesDiffer: LabelRule = {
  id: 'value-codes-differ',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  docs: {
    what: 'No two values of an attribute have the same code as an exact match.',
    why: 'Exported data carry the code. With one code for left and right nobody can tell them apart afterwards. qSKOS reports ambiguous notations.',
    invalid: example('SCT:7771000 |Left|'),
    valid: example('SCT:24028007 |Right|'),
  },
  ...ofAttributes(['attributes.values'], function ({ id, values }) {
    const found: Finding[] = [];
    const known = new Map<string, string>();
    for (const value of values.values()) {
      for (const code of value.codes) {
        if (code.match !== 'exact' || code.system === '') continue;
        const other = known.get(codeKey(code)) ?? value.id;
        known.set(codeKey(code), other);
        if (other === value.id) continue;
        found.push({
          at: code.node,
          message: `${quoted(codeKey(code))} is the code of “${other}” too. Give “${value.id}” of “${id}” the code of its own.`,
        });
      }
    }
    return found;
  }),
};
