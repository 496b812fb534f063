import { dicomKeys } from '../../model/label';
import type { Comparator } from '../comparator';
import { elsewhere, idsOf } from '../comparator';
import { code } from '../comparators/codes';
import { withMovedCriteria } from '../comparators/criteria';
import { deprecation } from '../comparators/deprecation';
import { allowed, allowedIds, keypoints, texts } from '../comparators/lists';
import { object, scalars } from '../comparators/maps';
import { skeleton } from '../comparators/skeleton';
import { flag, plain, text } from '../comparators/scalars';
import { naming } from './common';

/** What a label says of itself and hands down to nobody. */
export const ownKeys = withMovedCriteria(
  object({
    name: text('name'),
    definition: text('definition'),
    synonyms: texts('synonym'),
    ...naming,
    abstract: flag('label-made-abstract', 'label-made-concrete'),
    partOf: plain('part-of', { refers: 'label' }),
    color: plain('color', { anyCase: true }),
    include: texts('inclusion'),
    exclude: texts('exclusion'),
    confusedWith: scalars('confusion', { words: true, refers: 'label' }),
    exclusive: flag('group-made-exclusive', 'group-made-inclusive'),
    required: flag('label-made-required', 'label-made-optional'),
    ignore: flag('label-made-ignored', 'label-made-counted'),
    keypoints,
    skeleton,
    deprecated: deprecation,
    parent: elsewhere,
    value: elsewhere,
    layer: elsewhere,
    geometry: elsewhere,
    scope: elsewhere,
    presence: elsewhere,
    per: elsewhere,
    dicom: object(Object.fromEntries(dicomKeys.map((key) => [key, elsewhere]))),
    attributes: elsewhere,
    disjointWith: elsewhere,
  }),
);

/** What a label hands down to those below it, by key; of each the nearest that says it counts. */
export const inheritedKeys: Readonly<Record<'presence' | 'scope' | 'layer' | 'per', Comparator>> = {
  presence: allowed('presence'),
  scope: plain('scope'),
  layer: plain('layer'),
  per: plain('per', { refers: 'attribute' }),
};

/** Each key of a label's DICOM codes. */
export const dicomCode = code('dicom-code');

/** Changes of a label that are found with more than its own keys. */
export const labelIds: readonly string[] = [
  ...idsOf('label', 'added', 'removed', 'renamed', 'merged', 'split', 'reused', 'moved'),
  'labels-swapped',
  ...idsOf('value', 'added', 'removed', 'changed', 'reused'),
  ...idsOf('disjoint', 'added', 'removed'),
  ...allowedIds('geometry'),
];
