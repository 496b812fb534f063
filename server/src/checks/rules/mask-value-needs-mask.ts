import { entryOf } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { listed } from '../words';
import { taxonomyExample } from './examples';

const example = (geometry: string) =>
  taxonomyExample(`
labels:
  nodule: {name: Nodule, definition: A rounded opacity., geometry: [${geometry}], value: 1}
`);

const areas = ['mask', 'polygon', 'ellipse'];

export const maskValueNeedsMask: AcrossRule = {
  id: 'mask-value-needs-mask',
  family: 'taxonomy',
  level: 'info',
  scope: 'label-in-space',
  on: ['value'],
  docs: {
    what: 'A label with a mask value may be marked by an area: a mask, a polygon or an ellipse.',
    why: 'Boxes, points and lines fill no pixels. The value is never used, and is lost for labels that need one.',
    invalid: example('box'),
    valid: example('mask, box'),
  },
  check({ id, value, node, abstract, ignore }, view) {
    const found: Finding[] = [];
    if (value === undefined || abstract || ignore) return found;
    const geometry = view.inherited(id)?.geometry;
    if (!geometry || geometry.length === 0 || areas.some((area) => geometry.includes(area))) return found;
    const entry = entryOf(node, 'value');
    if (!entry || node.kind !== 'map') return found;
    found.push({
      at: entry.key,
      message: `“${id}” is marked by ${listed(geometry)}, which fills no pixels: its mask value is never used. Remove it, or allow “mask”.`,
      fixes: [removeFix('Remove the value', node, entry)],
    });
    return found;
  },
};
