import type { Located } from '../../model/read';
import type { YamlNode } from '../../yaml/node';
import { valueAt } from '../../yaml/node';
import { nameKey } from '../across/shared';
import { removeItemFix } from '../fixes';
import { alsoIn, repeats } from '../repeats';
import type { Finding } from '../problem';
import type { LabelRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

const example = (criterion: string) =>
  taxonomyExample(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
    include:
      - Calcified nodules
      - ${criterion}
`);

export const criteriaAreNotRepeated: LabelRule = {
  id: 'criteria-are-not-repeated',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['include', 'exclude'],
  docs: {
    what: 'No criterion of a label stands in its lists twice, and none both under `include` and under `exclude`.',
    why: 'A criterion that is both taken in and left out is decided by each reader alone. One that stands there twice is changed in one place only.',
    invalid: example('calcified nodules'),
    valid: example('Subsolid nodules'),
  },
  check({ id, node, include, exclude }) {
    const found: Finding[] = [];
    if (include.length + exclude.length < 2) return found;
    const taken = include.map(keyOf);
    const left = exclude.map(keyOf);
    for (const index of repeats(taken)) found.push(repeated(id, include[index], valueAt(node, 'include')));
    for (const index of repeats(left)) found.push(repeated(id, exclude[index], valueAt(node, 'exclude')));
    for (const index of alsoIn(taken, left)) {
      const { text, node: at } = exclude[index] as Located;
      found.push({ at, message: `${quoted(text)} is both taken in and left out of “${id}”. Remove one of the two.` });
    }
    return found;
  },
};

const keyOf = ({ text }: Located) => nameKey(text);

function repeated(id: string, criterion: Located | undefined, list: YamlNode | undefined): Finding {
  const { text, node: at } = criterion as Located;
  return {
    at,
    message: `${quoted(text)} stands among the criteria of “${id}” already. Remove it here.`,
    fixes: list?.kind === 'list' ? [removeItemFix('Remove it', list.items, at, list.style === 'flow')] : [],
  };
}
