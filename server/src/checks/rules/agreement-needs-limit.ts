import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (limit: string) => protocolExample(`agreement: {places: {labels: [nodule], metric: f1${limit}}}`);

export const agreementNeedsLimit: ProtocolRule = {
  id: 'agreement-needs-limit',
  family: 'protocol',
  level: 'info',
  scope: 'protocol',
  docs: {
    what: 'A measure of agreement has a limit (`minimum`, or `maximum` where less is better) or at least a target.',
    why: 'A number that is good whatever it is decides nothing. Whether agreement lies within accepted limits is asked for by CLAIM-2024 item 18 and the FDA draft guidance of January 2025, section VIII.',
    invalid: example(''),
    valid: example(', minimum: 0.8, rationale: Pilot of 50 cases.'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, metric, node } of protocol.agreement.values()) {
      if (!metric || ['minimum', 'maximum', 'target'].some((key) => entryOf(node, key))) continue;
      found.push({
        at: metric.node,
        message: `“${id}” is measured, and nothing says what is good enough. Give it a “minimum” or “maximum”, with its reason.`,
      });
    }
    return found;
  },
};
