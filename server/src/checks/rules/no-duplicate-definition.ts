import { valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (definition: string) =>
  taxonomyExample(`
labels:
  nodule: {name: Nodule, definition: A rounded opacity.}
  mass: {name: Mass, definition: ${definition}}
`);

export const noDuplicateDefinition: AcrossRule = {
  id: 'no-duplicate-definition',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['definition'],
  docs: {
    what: 'No two labels in use have the same definition. Case and white space make no difference.',
    why: 'Readers cannot tell two labels apart that mean the same by their words. It is most often left over from copying a label. ROBOT reports duplicate definitions as errors.',
    invalid: example('A rounded opacity.'),
    valid: example('A rounded opacity of more than 3 cm.'),
  },
  check({ id, definition, deprecated, node }, view) {
    const found: Finding[] = [];
    if (definition === undefined || deprecated) return found;
    const other = view.firstDefined(definition);
    if (other === undefined || other === id) return found;
    const at = valueAt(node, 'definition');
    if (!at) return found;
    found.push({
      at,
      message: `“${id}” and “${other}” have the same definition. Say in each what tells the two apart.`,
    });
    return found;
  },
};
