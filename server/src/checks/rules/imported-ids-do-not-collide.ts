import { nameOf } from '../../workspace/uris';
import type { Finding } from '../problem';
import type { TaxonomyRule } from '../rule';
import { taxonomyText } from './examples';

const anatomy = taxonomyText('labels:\n  lung: {name: Lung, definition: Both lungs.}');

export const importedIdsDoNotCollide: TaxonomyRule = {
  id: 'imported-ids-do-not-collide',
  family: 'taxonomy',
  level: 'error',
  scope: 'taxonomy',
  docs: {
    what: 'A label does not have the id of a label that is imported, nor do two imports share an id.',
    why: 'Imports share one space of ids, so that a label can be named by its id alone. With a collision one of the two is hidden.',
    invalid: {
      'example.taxonomy.yaml': taxonomyText(
        'imports: [{file: anatomy.taxonomy.yaml}]\nlabels:\n  lung: {name: Lung field, definition: The lungs on a radiograph.}',
      ),
      'anatomy.taxonomy.yaml': anatomy,
    },
    valid: {
      'example.taxonomy.yaml': taxonomyText(
        'imports: [{file: anatomy.taxonomy.yaml}]\nlabels:\n  lung-field: {name: Lung field, definition: The lungs on a radiograph.}',
      ),
      'anatomy.taxonomy.yaml': anatomy,
    },
  },
  check({ file, taxonomy, imports, space }) {
    const found: Finding[] = [];
    for (const { hidden, kept } of space.collisions) {
      const id = hidden.label.id;
      if (kept.uri === file.uri) {
        found.push({
          at: kept.label.key,
          message: `“${id}” is also a label of ${nameOf(hidden.uri)}, which is imported here. Give one of them another id.`,
        });
        continue;
      }
      const index = imports.findIndex(({ uri }) => uri === hidden.uri);
      const at = taxonomy.imports[Math.max(0, index)]?.file?.node;
      if (at)
        found.push({
          at,
          message: `${nameOf(kept.uri)} and ${nameOf(hidden.uri)} both have a label “${id}”. Give one of them another id.`,
        });
    }
    return found;
  },
};
