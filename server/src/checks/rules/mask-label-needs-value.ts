import { entryOf } from '../../yaml/node';
import { insertAfterFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (value: string) =>
  taxonomyExample(`
labels:
  lung: {name: Lung, definition: Both lungs., geometry: [mask], value: 1}
  heart:
    name: Heart
    definition: The cardiac silhouette.
    geometry: [mask]
${value}`);

export const maskLabelNeedsValue: AcrossRule = {
  id: 'mask-label-needs-value',
  family: 'taxonomy',
  level: 'info',
  scope: 'label-in-space',
  docs: {
    what: 'A label that can be marked by a mask only has a mask value, where its layer has values.',
    why: 'Without a value each export gives it another number, and masks of two exports cannot be compared (TotalSegmentator#424).',
    invalid: example(''),
    valid: example('    value: 2\n'),
  },
  check({ id, key, value, node, abstract, deprecated, ignore }, view) {
    const found: Finding[] = [];
    if (value !== undefined || abstract || deprecated || ignore || node.kind !== 'map') return found;
    const inherited = view.inherited(id);
    if (!inherited?.geometry || inherited.geometry.join() !== 'mask' || entryOf(node, 'value')) return found;
    const { layer } = inherited;
    if (view.firstWithValue(layer, 1) === undefined) return found;
    const free = view.freeValue(layer);
    const last = node.entries[node.entries.length - 1];
    found.push({
      at: entryOf(node, 'geometry')?.key ?? key,
      message: `“${id}” is marked by a mask and has no value in it${layer === '' ? '' : `, as others of the layer “${layer}” have`}. Give it one, such as ${free}.`,
      fixes:
        node.style === 'block' && last ? [insertAfterFix(`Give it the value ${free}`, last, `value: ${free}`)] : [],
    });
    return found;
  },
};
