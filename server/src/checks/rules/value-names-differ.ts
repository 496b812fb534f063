import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { valueAt } from '../../yaml/node';
import { nameKey } from '../across/shared';
import { removeFix } from '../fixes';
import { entryOf } from '../../yaml/node';
import { quoted } from '../words';
import { ofAttributes } from './attributes';
import { taxonomyExample } from './examples';

const example = (name: string) =>
  taxonomyExample(`
attributes:
  severity:
    type: ordinal
    values:
      r1: {name: Mild, score: 1}
      r2: {name: ${name}, score: 2}
labels: {}
`);

export const valueNamesDiffer: LabelRule = {
  id: 'value-names-differ',
  family: 'taxonomy',
  level: 'error',
  scope: 'label',
  docs: {
    what: 'The values of an attribute have different names. Case makes no difference.',
    why: 'The reader sees names, not ids, and cannot choose between two that are the same. qSKOS calls it overlapping labels.',
    invalid: example('mild'),
    valid: example('Moderate'),
  },
  ...ofAttributes(['attributes.values'], function ({ id, values, node }) {
    const found: Finding[] = [];
    const known = new Map<string, string>();
    for (const value of values.values()) {
      const name = nameKey(value.name ?? value.id);
      const other = known.get(name);
      if (other === undefined) {
        known.set(name, value.id);
        continue;
      }
      const map = valueAt(node, 'values', value.id);
      const entry = entryOf(map, 'name');
      found.push({
        at: entry?.value ?? value.key,
        message: `“${other}” and “${value.id}” of “${id}” are both called ${quoted(value.name ?? value.id)}. Give each a name of its own.`,
        fixes:
          map?.kind === 'map' && entry && map.entries.length > 1 ? [removeFix('Show the id instead', map, entry)] : [],
      });
    }
    return found;
  }),
};
