import { readNumber, readText } from '../../model/read';
import type { YamlNode } from '../../yaml/node';
import { entryOf, valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';
import { metricNamed } from './metrics';

const limits = ['minimum', 'maximum', 'target', 'below', 'above'] as const;

export const thresholdInRange: ProtocolRule = {
  id: 'threshold-in-range',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'A limit lies in the range of its measure (Dice from 0 to 1, kappa from −1 to 1, distances from 0), a target is not worse than the limit, and distances have a maximum, not a minimum.',
    why: 'A limit that cannot be reached, or missed, decides nothing. Whether agreement lies within accepted limits is asked for by CLAIM-2024 item 18.',
    invalid: protocolExample(
      'agreement: {places: {labels: [nodule], metric: f1, minimum: 80, rationale: Pilot of 50 cases.}}',
    ),
    valid: protocolExample(
      'agreement: {places: {labels: [nodule], metric: f1, minimum: 0.8, rationale: Pilot of 50 cases.}}',
    ),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, node } of protocol.agreement.values()) if (node) found.push(...check(id, node));
    for (const { id, node } of protocol.workflow.values()) {
      const when = valueAt(node, 'when');
      if (when) found.push(...check(id, when));
    }
    return found;
  },
};

function check(id: string, node: YamlNode): Finding[] {
  const found: Finding[] = [];
  const name = readText(valueAt(node, 'metric'));
  const metric = name === undefined ? undefined : metricNamed(name);
  if (!metric) return found;
  const [least, greatest] = metric.range;
  let good = true;
  for (const key of limits) {
    const at = valueAt(node, key);
    const value = readNumber(at);
    if (value === undefined || !at || (value >= least && value <= greatest)) continue;
    good = false;
    const percent =
      greatest === 1 && value > 1 && value <= 100 ? String(Number((value / 100).toPrecision(12))) : undefined;
    const range = greatest === Infinity ? `${least} or more` : `between ${least} and ${greatest}`;
    found.push({
      at,
      message: `“${key}” of “${id}” is ${value}, and ${name} is ${range}.`,
      fixes: percent ? [replaceFix(`Change to ${percent}`, at, percent, true)] : [],
    });
  }
  if (!good) return found;
  const minimum = entryOf(node, 'minimum');
  if (metric.less && minimum) {
    found.push({
      at: minimum.key,
      message: `Of ${name} less is better: give “${id}” a “maximum” instead of a “minimum”.`,
      fixes: entryOf(node, 'maximum') ? [] : [replaceFix('Change to “maximum”', minimum.key, 'maximum', true)],
    });
    return found;
  }
  const [target, low, high] = ['target', 'minimum', 'maximum'].map((key) => readNumber(valueAt(node, key)));
  const at = valueAt(node, 'target');
  if (target === undefined || !at) return found;
  if ((!metric.less && low !== undefined && target < low) || (metric.less && high !== undefined && target > high)) {
    found.push({
      at,
      message: `The target of “${id}”, ${target}, is worse than what is accepted anyway. Swap the two, or raise the target.`,
    });
  }
  return found;
}
