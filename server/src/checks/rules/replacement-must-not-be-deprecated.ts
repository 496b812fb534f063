import type { LabelSpace } from '../../model/labelSpace';
import { spanWithin } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { TaxonomyRule } from '../rule';
import { taxonomyExample } from './examples';
import { ownLabels } from './guideline';

export const replacementMustNotBeDeprecated: TaxonomyRule = {
  id: 'replacement-must-not-be-deprecated',
  family: 'taxonomy',
  level: 'warning',
  scope: 'taxonomy',
  docs: {
    what: 'A label that is out of use is replaced by one that is in use, not by another that is out of use or by itself.',
    why: 'Old annotations are brought forward by this pointer; a chain of pointers has to be followed by hand. ROBOT reports references to deprecated terms as errors.',
    invalid: taxonomyExample(`
labels:
  ptx: {name: PTX, deprecated: {since: 1.0.0, replacedBy: pneumothorax-old}}
  pneumothorax-old: {name: Old, deprecated: {since: 1.0.0, replacedBy: pneumothorax}}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space.}
`),
    valid: taxonomyExample(`
labels:
  ptx: {name: PTX, deprecated: {since: 1.0.0, replacedBy: pneumothorax}}
  pneumothorax-old: {name: Old, deprecated: {since: 1.0.0, replacedBy: pneumothorax}}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space.}
`),
  },
  *check(taxonomy) {
    for (const label of ownLabels(taxonomy)) {
      for (const { id, key } of label.deprecated?.replacedBy ?? []) {
        const next = taxonomy.space.labels.get(id)?.label;
        if (!next?.deprecated) continue;
        const last = endOfChain(taxonomy.space, id);
        const at = spanWithin(key, 0, key.source.length);
        const message =
          id === label.id
            ? `“${id}” is out of use and cannot take its own place. Name the label that does.`
            : `“${id}” is out of use itself.${last ? ` Name “${last}”, which took its place.` : ' Name a label that is in use.'}`;
        yield { at, message, fixes: last ? [replaceFix(`Change to “${last}”`, at, last, true)] : [] };
      }
    }
  },
};

/** The label in use that a chain of replacements ends at, where each has one successor. */
function endOfChain(space: LabelSpace, start: string): string | undefined {
  const seen = new Set<string>();
  for (let id = start; !seen.has(id);) {
    seen.add(id);
    const label = space.labels.get(id)?.label;
    if (!label) return undefined;
    if (!label.deprecated) return id;
    const [only, ...others] = label.deprecated.replacedBy;
    if (!only || others.length > 0) return undefined;
    id = only.id;
  }
  return undefined;
}
