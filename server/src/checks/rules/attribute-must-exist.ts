import { documentReferences } from '../../model/references';
import type { Span } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import { isId } from '../ids';
import type { AcrossRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';
import { nearestId, spaceOf } from './guideline';

export const attributeMustExist: AcrossRule = {
  id: 'attribute-must-exist',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['attributes', 'per'],
  docs: {
    what: 'An attribute that is used by its name exists: a shared one (`side: required`), one that another is derived from, one behind a dot (`pneumothorax.width`).',
    why: 'What is not defined is not recorded, and an agreement about it cannot be measured.',
    invalid: taxonomyExample(`
attributes:
  side: {type: choice, values: [left, right]}
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes: {sdie: required}
`),
    valid: taxonomyExample(`
attributes:
  side: {type: choice, values: [left, right]}
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes: {side: required}
`),
  },
  needsAllLabels: true,
  check(label, view) {
    const found: Finding[] = [];
    const known = view.inherited(label.id)?.attributes;
    if (!known) return found;
    for (const { id, key, use, derivedFrom } of label.attributes.values()) {
      if (use && isId(id) && known.get(id)?.type === undefined) found.push(notShared(id, key, view.sharedAttributes()));
      for (const source of derivedFrom) {
        if (!known.has(source.text) && isId(source.text))
          found.push(unknown(source.text, source.node, `“${label.id}”`, known.keys()));
      }
    }
    const { per } = label;
    if (!per || !isId(per.text) || known.has(per.text)) return found;
    const shared = view.sharedAttributes();
    if (!shared.includes(per.text))
      found.push(unknown(per.text, per.node, `“${label.id}”`, [...known.keys(), ...shared]));
    return found;
  },
  outside(guideline) {
    const found: Finding[] = [];
    if (guideline.kind === 'taxonomy') return found;
    for (const { id, attribute, attributeAt } of documentReferences(guideline.kind, guideline.file.document)) {
      const known = spaceOf(guideline)?.effective(id)?.attributes;
      if (attribute === undefined || !attributeAt || !known || known.has(attribute) || !isId(attribute)) continue;
      found.push(unknown(attribute, attributeAt, `“${id}”`, known.keys()));
    }
    return found;
  },
};

function notShared(id: string, at: Span, shared: readonly string[]): Finding {
  const meant = nearestId(id, shared);
  return {
    at,
    message: `There is no shared attribute ${quoted(id)}.${meant ? ` Did you mean “${meant}”?` : ' Define it under “attributes” of the taxonomy, or here by a map with a “type”.'}`,
    fixes: meant ? [replaceFix(`Change to “${meant}”`, at, meant, true)] : [],
  };
}

function unknown(id: string, at: Span, whose: string, known: Iterable<string>): Finding {
  const meant = nearestId(id, known);
  return {
    at,
    message: `${whose} has no attribute ${quoted(id)}.${meant ? ` Did you mean “${meant}”?` : ' Define it under “attributes”, or name another.'}`,
    fixes: meant ? [replaceFix(`Change to “${meant}”`, at, meant, true)] : [],
  };
}
