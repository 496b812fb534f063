import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Label } from '../../model/taxonomy';
import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { effectiveLabels, isOwn } from './guideline';

export const oneIgnoreLabelPerLayer: TaxonomyRule = {
  id: 'one-ignore-label-per-layer',
  family: 'taxonomy',
  level: 'warning',
  scope: 'taxonomy',
  docs: {
    what: 'A layer has at most one label that is left out of agreement and training (`ignore`).',
    why: 'Training programs know one number for “ignore”. nnU-Net takes a single ignore label, the highest one.',
    invalid: taxonomyExample(`
labels:
  not-read: {name: Not to be judged, definition: Outside the field of view., value: 255, ignore: true}
  artefact: {name: Artefact, definition: Spoilt by movement., value: 254, ignore: true}
`),
    valid: taxonomyExample(`
labels:
  not-read: {name: Not to be judged, definition: Outside the field of view., value: 255, ignore: true}
  artefact: {name: Artefact, definition: Spoilt by movement., value: 254}
`),
  },
  *check(taxonomy) {
    const first = new Map<string, Label>();
    for (const { entry, effective } of effectiveLabels(taxonomy.space)) {
      const { label } = entry;
      if (!label.ignore || label.abstract || label.deprecated) continue;
      const layer = effective.layer ?? '';
      const other = first.get(layer);
      if (!other) {
        first.set(layer, label);
        continue;
      }
      const key = entryOf(label.node, 'ignore');
      if (!isOwn(taxonomy, entry) || !key || label.node.kind !== 'map') continue;
      const where = layer === '' ? '' : ` in the layer “${layer}”`;
      yield {
        at: key.key,
        message: `“${other.id}” is the ignored label${where} already. A layer has one: mark both with it, or take “ignore” from one.`,
        fixes: [removeFix(`Take “ignore” from “${label.id}”`, label.node, key)],
      };
    }
  },
};
