import { entryOf, valueAt } from '../../yaml/node';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

const example = (alias: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    alias: {nih: Nodule}
  mass:
    name: Mass
    definition: A rounded opacity of more than 3 cm.
    alias: {nih: ${alias}, chexpert: Lung Lesion}
`);

export const noDuplicateAlias: AcrossRule = {
  id: 'no-duplicate-alias',
  family: 'taxonomy',
  level: 'info',
  scope: 'label-in-space',
  on: ['alias'],
  docs: {
    what: 'No two labels in use have the same id in another tool (`alias`).',
    why: 'Annotations that come from the tool carry that id, and nobody can tell which of the two labels they should get.',
    invalid: example('Nodule'),
    valid: example('Mass'),
  },
  check({ id, alias, deprecated, node }, view) {
    const found: Finding[] = [];
    if (alias.size === 0 || deprecated) return found;
    const map = valueAt(node, 'alias');
    for (const [tool, name] of alias) {
      const other = view.firstAliased(tool, name);
      const entry = entryOf(map, tool);
      if (other === undefined || other === id || !entry || map?.kind !== 'map') continue;
      found.push({
        at: entry.value,
        message: `${quoted(name)} in “${tool}” is “${other}” already. Keep it with the label that annotations from there should get.`,
        fixes: map.entries.length > 1 ? [removeFix(`Remove it from “${id}”`, map, entry)] : [],
      });
    }
    return found;
  },
};
