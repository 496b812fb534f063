import type { Attribute } from '../../model/attribute';
import { entryOf, valueAt } from '../../yaml/node';
import type { Finding, Fix } from '../problem';
import type { LabelRule } from '../rule';
import { taxonomyExample } from './examples';
import { insertFirstEdit } from '../fixes';

export const ordinalNeedsScores: LabelRule = {
  id: 'ordinal-needs-scores',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label',
  on: ['attributes.values'],
  docs: {
    what: 'The values of an ordinal carry scores, each its own. Values off the scale, such as “not gradable”, have none.',
    why: 'Weighted kappa, alpha and any statistic of grades need to know the order and the distance of the values; the order of lines in a file is too weak to rest on.',
    invalid: taxonomyExample(`
attributes:
  severity:
    type: ordinal
    values:
      mild: {name: Mild}
      severe: {name: Severe}
labels: {}
`),
    valid: taxonomyExample(`
attributes:
  severity:
    type: ordinal
    values:
      mild: {name: Mild, score: 1}
      severe: {name: Severe, score: 2}
labels: {}
`),
  },
  check({ attributes }) {
    const found: Finding[] = [];
    for (const attribute of attributes.values()) found.push(...check(attribute));
    return found;
  },
  shared: check,
};

function check(attribute: Attribute): Finding[] {
  const found: Finding[] = [];
  if (attribute.type !== 'ordinal' || attribute.values.size === 0) return found;
  const scored = [...attribute.values.values()].filter(({ score }) => score !== undefined);
  if (scored.length < 2) {
    found.push({
      at: attribute.key,
      message: `“${attribute.id}” is an ordinal, and its values have no scores. Give each value on the scale a “score”, such as 0, 1, 2.`,
      fixes: scoreFixes(attribute),
    });
  }
  for (const [index, value] of scored.entries()) {
    const same = scored.slice(0, index).find(({ score }) => score === value.score);
    if (!same) continue;
    found.push({
      at: valueAt(attribute.node, 'values', value.id, 'score') ?? value.key,
      message: `“${value.id}” and “${same.id}” of “${attribute.id}” have the same score, ${value.score}. Give each its own.`,
    });
  }
  return found;
}

function scoreFixes({ node, values }: Attribute): Fix[] {
  const maps = [...values.keys()].map((id) => valueAt(node, 'values', id));
  if (entryOf(node, 'values')?.value.kind !== 'map' || !maps.every((map) => map?.kind === 'map')) return [];
  if (!maps.some((map) => map?.kind === 'map' && !entryOf(map, 'score'))) return [];
  const edits: Fix['edits'] = (document) =>
    maps.flatMap((map, index) =>
      map?.kind === 'map' && !entryOf(map, 'score') ? insertFirstEdit(document, map, `score: ${index}`) : [],
    );
  return [{ title: 'Number the values from 0', edits }];
}
