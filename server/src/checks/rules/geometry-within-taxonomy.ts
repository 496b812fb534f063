import type { Geometry } from '../../model/taxonomy';
import { entryOf } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { listed, quoted } from '../words';
import { protocolExample } from './examples';

export const geometryWithinTaxonomy: ProtocolRule = {
  id: 'geometry-within-taxonomy',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'A protocol has a label marked in a way that the taxonomy allows for it.',
    why: 'A protocol narrows its taxonomy. Annotations that the taxonomy does not know of cannot be used with those of other protocols.',
    invalid: protocolExample('labels: {nodule: {geometry: [mask]}}'),
    valid: protocolExample('labels: {nodule: {geometry: [box]}}'),
  },
  check({ protocol, taxonomy }) {
    const found: Finding[] = [];
    for (const { id, node, geometry } of protocol.labels?.values() ?? []) {
      const allowed = taxonomy?.space.effective(id)?.geometry;
      if (!allowed || !geometry) continue;
      const odd = geometry.filter(({ text }) => !allowed.includes(text as Geometry));
      const list = entryOf(node, 'geometry')?.value;
      for (const { text, node: at } of odd) {
        const fixes =
          list && allowed.length > 0
            ? [replaceFix(`Change to [${allowed.join(', ')}]`, list, `[${allowed.join(', ')}]`)]
            : [];
        found.push({
          at,
          message: `The taxonomy allows ${listed(allowed, 'and')} for “${id}”, not ${quoted(text)}. Change it here, or there.`,
          fixes,
        });
      }
    }
    return found;
  },
};
