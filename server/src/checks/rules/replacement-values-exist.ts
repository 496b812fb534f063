import { valueAt } from '../../yaml/node';
import type { YamlNode } from '../../yaml/node';
import type { AttributeSummary } from '../across/inherited';
import { asScalar, replaceFix } from '../fixes';
import { nearest } from '../nearest';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { listed, quoted } from '../words';
import { taxonomyExample } from './examples';
import { nearestId } from './guideline';

const example = (side: string) =>
  taxonomyExample(`
labels:
  left-pneumothorax:
    name: Left pneumothorax
    deprecated: {since: 1.0.0, replacedBy: {pneumothorax: {side: ${side}}}}
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes: {side: {type: choice, values: [left, right]}}
`);

export const replacementValuesExist: AcrossRule = {
  id: 'replacement-values-exist',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['deprecated'],
  docs: {
    what: 'The attribute values that a label out of use stood for (`replacedBy`) are attributes and values that the label in its place has.',
    why: 'Old annotations are brought forward by these values, by a program. What the new label does not have is lost on the way.',
    invalid: example('lft'),
    valid: example('left'),
  },
  needsAllLabels: true,
  check({ node, deprecated }, view) {
    const found: Finding[] = [];
    for (const { id, attributes } of deprecated?.replacedBy ?? []) {
      if (attributes.size === 0) continue;
      const known = view.inherited(id)?.attributes;
      if (known) found.push(...check(id, valueAt(node, 'deprecated', 'replacedBy', id), known));
    }
    return found;
  },
};

function check(id: string, map: YamlNode | undefined, known: ReadonlyMap<string, AttributeSummary>): Finding[] {
  const found: Finding[] = [];
  for (const { key, value } of map?.kind === 'map' ? map.entries : []) {
    const attribute = known.get(key.source);
    if (!attribute) {
      const meant = nearestId(key.source, known.keys());
      found.push({
        at: key,
        message: `“${id}” has no attribute ${quoted(key.source)}.${meant ? ` Did you mean “${meant}”?` : ' Name one that it has.'}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, key, meant, true)] : [],
      });
      continue;
    }
    const { type, values } = attribute;
    if ((type !== 'choice' && type !== 'ordinal') || values.size === 0) continue;
    for (const at of value.kind === 'list' ? value.items : [value]) {
      if (at.kind !== 'scalar' || at.style === 'missing' || values.has(at.source)) continue;
      const meant = nearest(at.source, values.keys());
      found.push({
        at,
        message: `${quoted(at.source)} is no value of “${attribute.id}”. Its values are ${listed([...values.keys()], 'and')}.`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, at, asScalar(meant), true)] : [],
      });
    }
  }
  return found;
}
