import type { Finding } from '../problem';
import type { TaxonomyRule } from '../rule';
import { taxonomyText } from './examples';
import { unresolved } from './paths';

const lung = taxonomyText('labels:\n  lung: {name: Lung, definition: Both lungs.}');

export const importMustResolve: TaxonomyRule = {
  id: 'import-must-resolve',
  family: 'taxonomy',
  level: 'error',
  scope: 'taxonomy',
  docs: {
    what: 'Each taxonomy that is imported is there, and is a label taxonomy.',
    why: 'The labels of a missing import are missing, and with them whatever names them.',
    invalid: {
      'example.taxonomy.yaml': taxonomyText('imports: [{file: anatomy\\lung.taxonomy.yaml}]\nlabels: {}'),
      'anatomy/lung.taxonomy.yaml': lung,
    },
    valid: {
      'example.taxonomy.yaml': taxonomyText('imports: [{file: anatomy/lung.taxonomy.yaml}]\nlabels: {}'),
      'anatomy/lung.taxonomy.yaml': lung,
    },
  },
  check({ taxonomy, imports }) {
    const found: Finding[] = [];
    for (const [index, { file }] of taxonomy.imports.entries()) {
      const reference = imports[index];
      const finding = file && reference && unresolved(reference, file.node);
      if (finding) found.push(finding);
    }
    return found;
  },
};
