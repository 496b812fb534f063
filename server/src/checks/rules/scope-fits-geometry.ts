import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { listed } from '../words';
import { taxonomyExample } from './examples';

const example = (scope: string) =>
  taxonomyExample(`
labels:
  nodule: {name: Nodule, definition: A rounded opacity., geometry: [mask], scope: ${scope}}
`);

export const scopeFitsGeometry: AcrossRule = {
  id: 'scope-fits-geometry',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['scope'],
  docs: {
    what: 'A label that speaks of a study or a patient (`scope`) can be given without a place on an image.',
    why: 'A mask or a box lies on one image. It cannot speak of a whole study, and tools store it with the image (DICOM PS3.3, C.8.20).',
    invalid: example('study'),
    valid: example('region'),
  },
  check({ id, scope, node }, view) {
    const found: Finding[] = [];
    if (scope !== 'study' && scope !== 'patient') return found;
    const geometry = view.inherited(id)?.geometry;
    const at = valueAt(node, 'scope');
    if (!at || !geometry || geometry.length === 0) return found;
    if (geometry.includes('classification') || geometry.includes('span')) return found;
    found.push({
      at,
      message: `“${id}” speaks of a whole ${scope}, and is marked by ${listed(geometry)} on one image. Allow “classification”, or change the scope.`,
      fixes: [replaceFix('Change to “region”', at, 'region')],
    });
    return found;
  },
};
