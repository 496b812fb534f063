import { elsewhere } from '../comparator';
import { codes } from '../comparators/codes';
import { texts } from '../comparators/lists';
import { entries, object, records, scalars } from '../comparators/maps';
import { plain, text } from '../comparators/scalars';
import { set } from '../comparators/lists';

/** Words in other languages, by language. */
export const translations = entries(
  'translation',
  object({
    name: text('translation-name'),
    definition: text('translation-definition'),
    synonyms: texts('translation-synonym'),
    include: texts('translation-inclusion'),
    exclude: texts('translation-exclusion'),
  }),
);

/** What labels, attributes and choices are called elsewhere. */
export const naming = { codes, alias: scalars('alias'), translations };

/** What both kinds of document begin with; the id under the document's kind. */
export const head = {
  taxonomy: plain('guideline-id'),
  protocol: plain('guideline-id'),
  format: plain('format', { absent: '1' }),
  version: plain('version'),
  title: text('title'),
  status: plain('status'),
  language: plain('language'),
  source: texts('source'),
};

/** A taxonomy without its labels and shared attributes. */
export const taxonomyHead = object({
  ...head,
  protocol: elsewhere,
  modality: set('modality'),
  imports: records('import', object({ file: elsewhere, version: plain('import-version') }), {
    by: ['file'],
    kind: 'import',
  }),
  codeSystems: scalars('code-system'),
  attributes: elsewhere,
  labels: elsewhere,
});
