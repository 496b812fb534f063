import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (value: string) =>
  taxonomyExample(`
labels:
  lung: {name: Lung, definition: Both lungs., value: ${value}}
`);

/** The largest number of 16 bits. */
const largest = 65535;

export const maskValueFitsInAPixel: AcrossRule = {
  id: 'mask-value-fits-in-a-pixel',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['value'],
  docs: {
    what: 'A mask value is not larger than 65535.',
    why: 'Masks hold 8 or 16 bits a pixel, and a DICOM segment number 16 (PS3.3, C.8.20.4). A larger value is cut off without a word and becomes that of another label.',
    invalid: example('100000'),
    valid: example('1'),
  },
  check({ id, value, node }, view) {
    const found: Finding[] = [];
    const at = value !== undefined && value > largest ? valueAt(node, 'value') : undefined;
    if (!at) return found;
    const free = view.freeValue(view.inherited(id)?.layer ?? '');
    found.push({
      at,
      message: `The mask value of “${id}”, ${value}, does not fit in a pixel of 16 bits. Use one up to ${largest}, such as ${free}.`,
      fixes: [replaceFix(`Change to ${free}`, at, String(free))],
    });
    return found;
  },
};
