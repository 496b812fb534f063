import { insertAfterFix } from '../fixes';
import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { ofAttributes } from './attributes';
import { taxonomyExample } from './examples';

const example = (unit: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    attributes:
      diameter:
        type: number
${unit}        minimum: 0
`);

export const numberNeedsUnit: LabelRule = {
  id: 'number-needs-unit',
  family: 'taxonomy',
  level: 'info',
  scope: 'label',
  docs: {
    what: 'A measured number has a unit; `1` says that it has none, such as a ratio.',
    why: 'A reader who measures 2 may mean millimetres or centimetres. DICOM structured reports have no number without a unit (PS3.3, C.18.1).',
    invalid: example(''),
    valid: example('        unit: mm\n'),
  },
  ...ofAttributes(['attributes.type'], function ({ id, key, type, unit, node }) {
    const found: Finding[] = [];
    if (type !== 'number' || unit !== undefined || node?.kind !== 'map') return found;
    const entry = entryOf(node, 'type');
    if (!entry || entryOf(node, 'unit')) return found;
    const unitless = node.style === 'block' ? [insertAfterFix('It has none: add “unit: 1”', entry, "unit: '1'")] : [];
    found.push({
      at: key,
      message: `“${id}” is a number without a unit. Say under “unit” what it is measured in, such as mm.`,
      fixes: unitless,
    });
    return found;
  }),
};
