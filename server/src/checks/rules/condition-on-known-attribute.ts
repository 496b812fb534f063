import type { Attribute, Conditions } from '../../model/attribute';
import type { YamlNode } from '../../yaml/node';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../../workspace/workspace';
import { asScalar, replaceFix } from '../fixes';
import { nearest } from '../nearest';
import type { Finding } from '../problem';
import type { GuidelineRule } from '../rule';
import { listed, quoted } from '../words';
import { taxonomyExample } from './examples';
import { hasUnreadLabels, isId, nearestId, spaceOf } from './guideline';

type Attributes = ReadonlyMap<string, Attribute>;

export const conditionOnKnownAttribute: GuidelineRule = {
  id: 'condition-on-known-attribute',
  family: 'taxonomy',
  level: 'error',
  scope: 'guideline',
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
  *check(guideline) {
    const space = spaceOf(guideline);
    if (!space || hasUnreadLabels(guideline)) return;
    yield* guideline.kind === 'taxonomy' ? ofTaxonomy(guideline) : ofProtocol(guideline);
  },
};

function* ofTaxonomy({ taxonomy, space }: ResolvedTaxonomy): Iterable<Finding> {
  for (const label of taxonomy.labels.values()) {
    const known = space.effective(label.id)?.attributes ?? label.attributes;
    for (const attribute of label.attributes.values()) yield* check(attribute.when, known, `“${label.id}”`);
  }
  for (const attribute of taxonomy.attributes.values()) {
    // A shared attribute may depend on one that only its labels have.
    const anywhere = new Map([
      ...taxonomy.attributes,
      ...[...taxonomy.labels.values()].flatMap((label) => [...label.attributes]),
    ]);
    yield* check(attribute.when, anywhere, 'This taxonomy');
  }
}

function* ofProtocol({ protocol, taxonomy }: ResolvedProtocol): Iterable<Finding> {
  for (const use of protocol.labels?.values() ?? []) {
    const effective = taxonomy?.space.effective(use.id);
    if (effective) yield* check(use.when, effective.attributes, `“${use.id}”`);
  }
}

function* check(conditions: Conditions, known: Attributes, whose: string): Iterable<Finding> {
  for (const { subject, key, node } of conditions.flat()) {
    const attribute = known.get(subject);
    if (attribute) {
      yield* checkValues(attribute, node);
    } else if (isId(subject)) {
      const meant = nearestId(subject, known.keys());
      yield {
        at: key,
        message: `${whose} has no attribute ${quoted(subject)}.${meant ? ` Did you mean “${meant}”?` : ' Define it under “attributes”, or name another.'}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, key, meant, true)] : [],
      };
    }
  }
}

function* checkValues({ id, type, values }: Attribute, node: YamlNode | undefined): Iterable<Finding> {
  for (const value of scalarsOf(node)) {
    if (value.style === 'missing') continue;
    if (type === 'boolean' && typeof value.value !== 'boolean') {
      const meant = /^(yes|y)$/i.test(value.source) ? 'true' : /^(no|n)$/i.test(value.source) ? 'false' : undefined;
      yield {
        at: value,
        message: `“${id}” is true or false, never ${quoted(value.source)}.`,
        fixes: meant ? [replaceFix(`Change to ${meant}`, value, meant, true)] : [],
      };
    }
    if ((type === 'choice' || type === 'ordinal') && values.size > 0 && !values.has(value.source)) {
      const meant = nearest(value.source, values.keys());
      yield {
        at: value,
        message: `${quoted(value.source)} is no value of “${id}”. Its values are ${listed([...values.keys()], 'and')}.`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, value, asScalar(meant), true)] : [],
      };
    }
  }
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
