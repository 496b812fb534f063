import { documentReferences } from '../../model/references';
import type { LabelSpace } from '../../model/labelSpace';
import type { ResolvedTaxonomy } from '../../workspace/workspace';
import type { Span } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { GuidelineRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';
import { hasUnreadLabels, isId, nearestId, spaceOf } from './guideline';

export const attributeMustExist: GuidelineRule = {
  id: 'attribute-must-exist',
  family: 'taxonomy',
  level: 'error',
  scope: 'guideline',
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
  *check(guideline) {
    const space = spaceOf(guideline);
    if (!space || hasUnreadLabels(guideline)) return;
    if (guideline.kind === 'taxonomy') yield* ofLabels(guideline);
    for (const { id, attribute, attributeAt } of documentReferences(guideline.kind, guideline.file.document)) {
      const known = space.effective(id)?.attributes;
      if (attribute === undefined || !attributeAt || !known || known.has(attribute) || !isId(attribute)) continue;
      yield unknown(attribute, attributeAt, `“${id}”`, known.keys());
    }
  },
};

function* ofLabels({ taxonomy, space }: ResolvedTaxonomy): Iterable<Finding> {
  for (const label of taxonomy.labels.values()) {
    const known = space.effective(label.id)?.attributes;
    if (!known) continue;
    for (const { id, key, use, derivedFrom } of label.attributes.values()) {
      if (use && isId(id) && known.get(id)?.type === undefined) yield notShared(id, key, space);
      for (const source of derivedFrom) {
        if (!known.has(source.text) && isId(source.text))
          yield unknown(source.text, source.node, `“${label.id}”`, known.keys());
      }
    }
    const { per } = label;
    if (per && isId(per.text) && !known.has(per.text) && !space.attributes.has(per.text)) {
      yield unknown(per.text, per.node, `“${label.id}”`, [...known.keys(), ...space.attributes.keys()]);
    }
  }
}

function notShared(id: string, at: Span, space: LabelSpace): Finding {
  const meant = nearestId(id, space.attributes.keys());
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
