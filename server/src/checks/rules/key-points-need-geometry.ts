import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { listed } from '../words';
import { taxonomyExample } from './examples';

const example = (geometry: string) =>
  taxonomyExample(`
labels:
  hip: {name: Hip, definition: Head and acetabulum., geometry: [${geometry}], keypoints: [head, sourcil]}
`);

export const keyPointsNeedGeometry: AcrossRule = {
  id: 'key-points-need-geometry',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['keypoints'],
  docs: {
    what: 'A label that lists key points may be marked with key points.',
    why: 'A tool that follows the geometry offers no points to set, and those that are listed are never recorded.',
    invalid: example('box'),
    valid: example('keypoints'),
  },
  check({ id, keypoints, node }, view) {
    const found: Finding[] = [];
    const entry = keypoints.length > 0 ? entryOf(node, 'keypoints') : undefined;
    const geometry = entry && view.inherited(id)?.geometry;
    if (!entry || !geometry || geometry.includes('keypoints') || node.kind !== 'map') return found;
    const [only, another] = geometry;
    found.push({
      at: entry.key,
      message: `“${id}” lists key points, and is marked by ${listed(geometry)}. Add “keypoints” under “geometry”.`,
      fixes:
        only !== undefined && another === undefined && !entryOf(node, 'skeleton')
          ? [removeFix('Remove the key points', node, entry)]
          : [],
    });
    return found;
  },
};
