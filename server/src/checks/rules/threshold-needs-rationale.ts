import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

export const thresholdNeedsRationale: ProtocolRule = {
  id: 'threshold-needs-rationale',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A limit of agreement says why it is where it is (`rationale`).',
    why: 'No standard gives limits for Dice, ICC or alpha, so that a limit is the author’s own. Whether agreement lies within accepted limits is asked for by CLAIM-2024 item 18 and the FDA draft guidance of January 2025, section VIII.',
    invalid: protocolExample('agreement: {places: {labels: [nodule], metric: f1, minimum: 0.8}}'),
    valid: protocolExample(
      'agreement: {places: {labels: [nodule], metric: f1, minimum: 0.8, rationale: Pilot of 50 cases.}}',
    ),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, node, rationale } of protocol.agreement.values()) {
      const limit = entryOf(node, 'minimum') ?? entryOf(node, 'maximum');
      if (!limit || rationale !== undefined) continue;
      found.push({
        at: limit.key,
        message: `“${id}” has a limit without a reason. Say under “rationale” what it rests on, such as a pilot or a paper.`,
      });
    }
    return found;
  },
};
