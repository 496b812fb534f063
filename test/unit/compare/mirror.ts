import { changeIds } from '../../../server/src/compare/compareGuidelines';

/** Why an id has no single mirror image. */
const reasons: Readonly<Record<string, string>> = {
  'label-deprecated': 'Taking a label back into use is one thing, however it went out of use.',
  'label-merged': 'Taking a merged label back into use leaves the other as it is: label-reinstated.',
  'label-split': 'Taking a split label back into use leaves the others as they are: label-reinstated.',
  'label-reinstated': 'Three ways lead out of use: label-deprecated, label-merged, label-split.',
  'value-reused':
    'The other way round the value is only reused where another label has it: value-changed or value-reused.',
  'value-changed': 'The other way round the value may be one that another label has: value-changed or value-reused.',
};

/** Pairs whose ids do not tell that they are. */
const pairs: readonly (readonly [string, string])[] = [
  ['label-made-abstract', 'label-made-concrete'],
  ['label-made-required', 'label-made-optional'],
  ['label-made-ignored', 'label-made-counted'],
  ['group-made-exclusive', 'group-made-inclusive'],
  ['attribute-made-required', 'attribute-made-optional'],
  ['image-made-required', 'image-made-optional'],
  ['timepoint-made-required', 'timepoint-made-optional'],
  ['multiple-allowed', 'multiple-withdrawn'],
  ['range-narrowed', 'range-widened'],
  ['step-coarsened', 'step-refined'],
];

const opposite = new Map([...pairs, ...pairs.map(([one, other]) => [other, one] as const)]);
const itself = /-(changed|respelt|renamed|reused|swapped|reordered|moved|remapped)$/;
const endings: readonly (readonly [string, string])[] = [
  ['-added', '-removed'],
  ['-added', '-withdrawn'],
  ['-raised', '-lowered'],
  ['-restricted', '-unrestricted'],
];

const known = new Set(changeIds());

/** The id of the same change looked at from the other side; nothing where {@link reasonOf} says why. */
export function mirrorOf(id: string): string | undefined {
  if (id in reasons) return undefined;
  const pair = opposite.get(id);
  if (pair) return pair;
  for (const [one, other] of [...endings, ...endings.map(([a, b]) => [b, a] as const)]) {
    const mirrored = id.endsWith(one) ? id.slice(0, -one.length) + other : '';
    if (known.has(mirrored)) return mirrored;
  }
  return itself.test(id) ? id : undefined;
}

export function reasonOf(id: string): string | undefined {
  return reasons[id];
}
