import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

export const oneIgnoreLabelPerLayer: AcrossRule = {
  id: 'one-ignore-label-per-layer',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['ignore'],
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
  check(label, view) {
    const found: Finding[] = [];
    if (!label.ignore || label.abstract || label.deprecated) return found;
    const layer = view.inherited(label.id)?.layer ?? '';
    const other = view.firstIgnored(layer);
    const key = entryOf(label.node, 'ignore');
    if (other === undefined || other === label.id || !key || label.node.kind !== 'map') return found;
    const where = layer === '' ? '' : ` in the layer “${layer}”`;
    found.push({
      at: key.key,
      message: `“${other}” is the ignored label${where} already. A layer has one: mark both with it, or take “ignore” from one.`,
      fixes: [removeFix(`Take “ignore” from “${label.id}”`, label.node, key)],
    });
    return found;
  },
};
