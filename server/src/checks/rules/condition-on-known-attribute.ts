import type { Conditions } from '../../model/attribute';
import type { YamlNode } from '../../yaml/node';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../../workspace/workspace';
import type { AttributeSummary } from '../across/inherited';
import { asScalar, replaceFix } from '../fixes';
import { nearest } from '../nearest';
import type { Finding } from '../problem';
import { isId } from '../ids';
import type { AcrossRule } from '../rule';
import { listed, quoted } from '../words';
import { taxonomyExample } from './examples';
import { nearestId } from './guideline';

type Attributes = ReadonlyMap<string, AttributeSummary>;

export const conditionOnKnownAttribute: AcrossRule = {
  id: 'condition-on-known-attribute',
  family: 'taxonomy',
  level: 'error',
  scope: 'label-in-space',
  on: ['attributes.when'],
  docs: {
    what: 'A condition (`when`) names an attribute that the label has, and a value that the attribute can have.',
    why: 'A condition on something that is never recorded is never fulfilled: the question is not asked, the finding not marked, and nobody notices.',
    invalid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes:
      width: {type: number, unit: mm}
      drained: {type: boolean, when: {widht: {minimum: 20}}}
`),
    valid: taxonomyExample(`
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    attributes:
      width: {type: number, unit: mm}
      drained: {type: boolean, when: {width: {minimum: 20}}}
`),
  },
  needsAllLabels: true,
  check(label, view) {
    const found: Finding[] = [];
    const known = view.inherited(label.id)?.attributes;
    if (!known) return found;
    for (const attribute of label.attributes.values()) found.push(...check(attribute.when, known, `“${label.id}”`));
    return found;
  },
  outside: (guideline) => (guideline.kind === 'taxonomy' ? ofShared(guideline) : ofProtocol(guideline)),
};

/** A shared attribute may depend on one that only labels have. */
function ofShared({ taxonomy }: ResolvedTaxonomy): Finding[] {
  const found: Finding[] = [];
  const conditions = [...taxonomy.attributes.values()].flatMap(({ when }) => when);
  if (conditions.length === 0) return found;
  const known = new Map<string, AttributeSummary>(taxonomy.attributes);
  if (conditions.flat().some(({ subject }) => !known.has(subject))) {
    for (const label of taxonomy.labels.values()) {
      for (const [id, attribute] of label.attributes) if (!known.has(id)) known.set(id, attribute);
    }
  }
  found.push(...check(conditions, known, 'This taxonomy'));
  return found;
}

function ofProtocol({ protocol, taxonomy }: ResolvedProtocol): Finding[] {
  const found: Finding[] = [];
  for (const use of protocol.labels?.values() ?? []) {
    const effective = taxonomy?.space.effective(use.id);
    if (effective) found.push(...check(use.when, effective.attributes, `“${use.id}”`));
  }
  return found;
}

function check(conditions: Conditions, known: Attributes, whose: string): Finding[] {
  const found: Finding[] = [];
  for (const { subject, key, node } of conditions.flat()) {
    const attribute = known.get(subject);
    if (attribute) {
      found.push(...checkValues(attribute, node));
    } else if (isId(subject)) {
      const meant = nearestId(subject, known.keys());
      found.push({
        at: key,
        message: `${whose} has no attribute ${quoted(subject)}.${meant ? ` Did you mean “${meant}”?` : ' Define it under “attributes”, or name another.'}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, key, meant, true)] : [],
      });
    }
  }
  return found;
}

function checkValues({ id, type, values }: AttributeSummary, node: YamlNode | undefined): Finding[] {
  const found: Finding[] = [];
  for (const value of scalarsOf(node)) {
    if (value.style === 'missing') continue;
    if (type === 'boolean' && typeof value.value !== 'boolean') {
      const meant = /^(yes|y)$/i.test(value.source) ? 'true' : /^(no|n)$/i.test(value.source) ? 'false' : undefined;
      found.push({
        at: value,
        message: `“${id}” is true or false, never ${quoted(value.source)}.`,
        fixes: meant ? [replaceFix(`Change to ${meant}`, value, meant, true)] : [],
      });
    }
    if ((type === 'choice' || type === 'ordinal') && values.size > 0 && !values.has(value.source)) {
      const meant = nearest(value.source, values.keys());
      found.push({
        at: value,
        message: `${quoted(value.source)} is no value of “${id}”. Its values are ${listed([...values.keys()], 'and')}.`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, value, asScalar(meant), true)] : [],
      });
    }
  }
  return found;
}

/** The values that a condition names: one, the items of a list, or the bounds of an ordinal. */
function scalarsOf(node: YamlNode | undefined) {
  const nodes =
    node?.kind === 'list'
      ? node.items
      : node?.kind === 'map'
        ? node.entries.map(({ value }) => value)
        : node
          ? [node]
          : [];
  return nodes.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
}
