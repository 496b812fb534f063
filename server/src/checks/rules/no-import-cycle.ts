import { quoted } from '../words';
import type { Finding } from '../problem';
import type { TaxonomyRule } from '../rule';
import { taxonomyText } from './examples';

const importing = (file: string) => taxonomyText(`imports: [{file: ${file}}]\nlabels: {}`);

export const noImportCycle: TaxonomyRule = {
  id: 'no-import-cycle',
  family: 'taxonomy',
  level: 'error',
  scope: 'taxonomy',
  docs: {
    what: 'A taxonomy does not import itself, not even by way of others.',
    why: 'In a circle no taxonomy can be versioned before the others, and none can be read by itself.',
    invalid: {
      'a.taxonomy.yaml': importing('b.taxonomy.yaml'),
      'b.taxonomy.yaml': importing('a.taxonomy.yaml'),
    },
    valid: {
      'a.taxonomy.yaml': importing('b.taxonomy.yaml'),
      'b.taxonomy.yaml': taxonomyText('labels: {}'),
    },
  },
  check({ taxonomy, imports }) {
    const found: Finding[] = [];
    for (const [index, { file }] of taxonomy.imports.entries()) {
      if (!file || !imports[index]?.cycle) continue;
      found.push({
        at: file.node,
        message: `This import of ${quoted(file.text)} leads back to where it began. Move what both need to a taxonomy that imports neither.`,
      });
    }
    return found;
  },
};
