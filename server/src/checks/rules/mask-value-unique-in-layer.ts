import type { SpaceLabel } from '../../model/labelSpace';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { effectiveLabels, isOwn } from './guideline';

export const maskValueUniqueInLayer: TaxonomyRule = {
  id: 'mask-value-unique-in-layer',
  family: 'taxonomy',
  level: 'error',
  scope: 'taxonomy',
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
  *check(taxonomy) {
    const layers = new Map<string, Map<number, SpaceLabel>>();
    const double: { entry: SpaceLabel; other: SpaceLabel; layer: string; value: number }[] = [];
    for (const { entry, effective } of effectiveLabels(taxonomy.space)) {
      const { value } = entry.label;
      if (value === undefined) continue;
      const layer = effective.layer ?? '';
      const taken = layers.get(layer) ?? new Map<number, SpaceLabel>();
      layers.set(layer, taken);
      const other = taken.get(value);
      if (!other) taken.set(value, entry);
      else if (!follows(entry, other) && !follows(other, entry)) double.push({ entry, other, layer, value });
    }
    for (const { entry, other, layer, value } of double) {
      // The taxonomy itself comes first: a clash with an import is told at the label that can be changed here.
      const [here, there] = isOwn(taxonomy, entry) ? [entry, other] : [other, entry];
      const at = valueAt(here.label.node, 'value');
      if (!isOwn(taxonomy, here) || !at) continue;
      const free = nextFree(layers.get(layer));
      const where = layer === '' ? '' : ` in the layer “${layer}”`;
      yield {
        at,
        message: `“${here.label.id}” and “${there.label.id}” both have the mask value ${value}${where}. Give one of them another, such as ${free}.`,
        fixes: [replaceFix(`Change to ${free}`, at, String(free))],
      };
    }
  },
};

/** Whether `label` took the place of `old`, which is out of use. */
function follows({ label }: SpaceLabel, { label: old }: SpaceLabel): boolean {
  return old.deprecated?.replacedBy.some(({ id }) => id === label.id) ?? false;
}

function nextFree(taken: ReadonlyMap<number, unknown> | undefined): number {
  let value = 1;
  while (taken?.has(value)) value++;
  return value;
}
