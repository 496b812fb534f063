import { spanWithin } from '../../yaml/node';
import type { LabelView } from '../across/labelView';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

export const replacementMustNotBeDeprecated: AcrossRule = {
  id: 'replacement-must-not-be-deprecated',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['deprecated'],
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
  check(label, view) {
    const found: Finding[] = [];
    for (const { id, key } of label.deprecated?.replacedBy ?? []) {
      if (!view.successors(id)) continue;
      const last = endOfChain(view, id);
      const at = spanWithin(key, 0, key.source.length);
      const message =
        id === label.id
          ? `“${id}” is out of use and cannot take its own place. Name the label that does.`
          : `“${id}” is out of use itself.${last ? ` Name “${last}”, which took its place.` : ' Name a label that is in use.'}`;
      found.push({ at, message, fixes: last ? [replaceFix(`Change to “${last}”`, at, last, true)] : [] });
    }
    return found;
  },
};

/** Longer chains than anybody has are not followed to their end. */
const longest = 100;

/** The label in use that a chain of replacements ends at, where each has one successor. */
function endOfChain(view: LabelView, start: string): string | undefined {
  const seen = new Set<string>();
  for (let id = start; !seen.has(id) && seen.size < longest;) {
    seen.add(id);
    const successors = view.successors(id);
    if (!successors) return view.has(id) ? id : undefined;
    const [only, ...others] = successors;
    if (only === undefined || others.length > 0) return undefined;
    id = only;
  }
  return undefined;
}
