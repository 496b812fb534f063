import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

export const keyPointsAreNamed: LabelRule = {
  id: 'key-points-are-named',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['geometry'],
  docs: {
    what: 'A label that is marked with key points lists them under `keypoints`, in their order.',
    why: 'Without names two readers set different points, and their agreement cannot be measured point by point.',
    invalid: taxonomyExample(`
labels:
  hip: {name: Hip, definition: Head and acetabulum., geometry: [keypoints]}
`),
    valid: taxonomyExample(`
labels:
  hip: {name: Hip, definition: Head and acetabulum., geometry: [keypoints], keypoints: [head, sourcil]}
`),
  },
  check(label) {
    const found: Finding[] = [];
    const own = label.geometry?.find(({ text }) => text === 'keypoints');
    if (!own || label.abstract || label.deprecated || label.keypoints.length > 0) return found;
    found.push({
      at: own.node,
      message: `“${label.id}” is marked with key points, and none are listed. Name them under “keypoints”.`,
    });
    return found;
  },
};
