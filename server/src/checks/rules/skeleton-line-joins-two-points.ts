import { valueAt } from '../../yaml/node';
import { removeItemFix } from '../fixes';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (line: string) =>
  taxonomyExample(`
labels:
  hip:
    name: Hip
    definition: Head and acetabulum.
    geometry: [keypoints]
    keypoints: [head, lateral, medial]
    skeleton: [[head, lateral], ${line}]
`);

export const skeletonLineJoinsTwoPoints: LabelRule = {
  id: 'skeleton-line-joins-two-points',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['skeleton'],
  docs: {
    what: 'Each line of a skeleton joins two different key points, and no two points are joined twice.',
    why: 'A line from a point to itself is not drawn; where it was a slip, another line is missing (COCO keypoint format).',
    invalid: example('[lateral, head]'),
    valid: example('[lateral, medial]'),
  },
  check({ skeleton, node }) {
    const found: Finding[] = [];
    if (skeleton.length === 0) return found;
    const list = valueAt(node, 'skeleton');
    const known = new Set<string>();
    for (const [index, line] of skeleton.entries()) {
      const at = list?.kind === 'list' ? list.items[index] : undefined;
      if (list?.kind !== 'list' || !at || line.length !== 2) continue;
      const [one = '', other = ''] = line.map(({ text }) => text);
      const key = [one, other].sort().join(' ');
      const again = known.has(key);
      known.add(key);
      if (!again && one !== other) continue;
      found.push({
        at,
        message: again
          ? `“${one}” and “${other}” are joined already. Remove this line, or name the point that was meant.`
          : `This line joins “${one}” with itself. Name two different points.`,
        fixes: [removeItemFix('Remove the line', list.items, at, list.style === 'flow')],
      });
    }
    return found;
  },
};
