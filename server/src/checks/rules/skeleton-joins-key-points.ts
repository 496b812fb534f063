import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { quoted } from '../words';
import { nearestId } from './guideline';
import { taxonomyExample } from './examples';

export const skeletonJoinsKeyPoints: LabelRule = {
  id: 'skeleton-joins-key-points',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  on: ['skeleton'],
  docs: {
    what: 'Each line of a skeleton joins two key points that the label lists.',
    why: 'Tools store key points by their place in the list. A line to a point that is not in it cannot be stored or drawn (COCO keypoint format).',
    invalid: taxonomyExample(`
labels:
  hip:
    name: Hip
    definition: Head and acetabulum.
    geometry: [keypoints]
    keypoints: [head, sourcil-lateral]
    skeleton: [[head, sourcil-latral]]
`),
    valid: taxonomyExample(`
labels:
  hip:
    name: Hip
    definition: Head and acetabulum.
    geometry: [keypoints]
    keypoints: [head, sourcil-lateral]
    skeleton: [[head, sourcil-lateral]]
`),
  },
  check(label) {
    const found: Finding[] = [];
    const known = label.keypoints.map(({ text }) => text);
    for (const { text, node } of label.skeleton.flat()) {
      if (known.includes(text)) continue;
      const meant = nearestId(text, known);
      found.push({
        at: node,
        message: `${quoted(text)} is no key point of “${label.id}”.${meant ? ` Did you mean “${meant}”?` : ' List it under “keypoints”.'}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, node, meant, true)] : [],
      });
    }
    return found;
  },
};
