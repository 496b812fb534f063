import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

export const maskValueUniqueInLayer: AcrossRule = {
  id: 'mask-value-unique-in-layer',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['value'],
  docs: {
    what: 'Two labels of one layer have different mask values. A label that replaces one out of use may keep its value.',
    why: 'A pixel with that value could mean either label, and nobody can tell afterwards. DICOM SEG and nnU-Net ask for one number a label.',
    invalid: taxonomyExample(`
labels:
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., layer: findings, value: 3}
  effusion: {name: Effusion, definition: Fluid in the pleural space., layer: findings, value: 3}
`),
    valid: taxonomyExample(`
labels:
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space., layer: findings, value: 3}
  effusion: {name: Effusion, definition: Fluid in the pleural space., layer: findings, value: 4}
`),
  },
  check(label, view) {
    const found: Finding[] = [];
    const { id, value, node } = label;
    if (value === undefined) return found;
    const layer = view.inherited(id)?.layer ?? '';
    const first = view.firstWithValue(layer, value);
    if (first === undefined) return found;
    // A clash with an import is told at the label that can be changed here.
    const others = first === id ? view.importedWithValue(layer, value).filter((other) => other !== id) : [first];
    const at = others.length > 0 ? valueAt(node, 'value') : undefined;
    if (!at) return found;
    for (const other of others) {
      // A label that took the place of another may keep its value.
      if (view.successors(other)?.includes(id) || view.successors(id)?.includes(other)) continue;
      const free = view.freeValue(layer);
      const where = layer === '' ? '' : ` in the layer “${layer}”`;
      found.push({
        at,
        message: `“${id}” and “${other}” both have the mask value ${value}${where}. Give one of them another, such as ${free}.`,
        fixes: [replaceFix(`Change to ${free}`, at, String(free))],
      });
    }
    return found;
  },
};
