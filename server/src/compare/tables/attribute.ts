import { elsewhere, idsOf } from '../comparator';
import { set, texts } from '../comparators/lists';
import { conditions, object } from '../comparators/maps';
import { flag, limit, plain, step, text } from '../comparators/scalars';
import { naming } from './common';

/** What is said of an attribute, but for its choices and whether it must be answered. */
export const attributeKeys = object({
  name: text('name'),
  type: plain('type'),
  definition: text('definition'),
  values: elsewhere,
  multiple: flag('multiple-allowed', 'multiple-withdrawn'),
  unit: plain('unit'),
  step,
  minimum: limit('minimum'),
  maximum: limit('maximum'),
  labels: set('reference-target', 'label'),
  required: elsewhere,
  default: plain('default'),
  when: conditions('condition'),
  method: text('method'),
  derivedFrom: plain('derivation', { refers: 'attribute' }),
  comparedTo: plain('comparison'),
  ...naming,
});

/** What is said of one choice. */
export const choiceKeys = object({
  name: text('name'),
  definition: text('definition'),
  score: plain('score'),
  synonyms: texts('synonym'),
  ...naming,
});

/** Changes of attributes and choices that are found with more than their own keys. */
export const attributeIds: readonly string[] = [
  ...idsOf('attribute', 'added', 'removed', 'renamed', 'reused', 'made-required', 'made-optional'),
  'attributes-swapped',
  ...idsOf('required-attribute', 'added', 'removed'),
  ...idsOf('shared-attribute', 'added', 'removed'),
  ...idsOf('choice', 'added', 'removed', 'renamed', 'reused'),
  'choices-swapped',
  'choices-reordered',
];
