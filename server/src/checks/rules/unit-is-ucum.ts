import { valueAt } from '../../yaml/node';
import { asScalar, replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { isUnit, unitMeant } from '../ucum';
import { quoted } from '../words';
import { ofAttributes } from './attributes';
import { taxonomyExample } from './examples';

const example = (unit: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes:
      density:
        type: number
        unit: ${unit}
`);

export const unitIsUcum: LabelRule = {
  id: 'unit-is-ucum',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  docs: {
    what: "A unit is written as UCUM writes it: `mm`, `mL`, `mm3`, `[hnsf'U]`, `{pixel}` for what has no unit there, `1` for a ratio.",
    why: 'DICOM structured reports code units by UCUM (PS3.16, CID 82), and programs convert by it. “HU” is no unit there, and “ml/min/1.73m²” another one in each hospital.',
    invalid: example('HU'),
    valid: example("'[hnsf''U]'"),
  },
  ...ofAttributes(['attributes.unit'], function ({ id, unit, node }) {
    const found: Finding[] = [];
    if (unit === undefined || isUnit(unit)) return found;
    const at = valueAt(node, 'unit');
    if (!at) return found;
    const meant = unitMeant(unit);
    found.push({
      at,
      message: `${quoted(unit)}, the unit of “${id}”, is no unit of UCUM.${meant ? ` Did you mean “${meant.unit}”?` : ' Use one such as mm, mL or {count}.'}`,
      fixes: meant ? [replaceFix(`Change to “${meant.unit}”`, at, asScalar(meant.unit), meant.isSure)] : [],
    });
    return found;
  }),
};
