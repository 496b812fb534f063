import { valueAt } from '../../yaml/node';
import { lookup } from '../lookup';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { quoted } from '../words';
import { protocolExample } from './examples';

const example = (parameters: string) =>
  protocolExample(`
agreement:
  outline: {labels: [pneumothorax], metric: nsd${parameters}, minimum: 0.8, rationale: Pilot of 50 cases.}
`);

/** The parameters without which a measure is not defined, as Metrics Reloaded calls them, and what they are. */
const needed: Readonly<Record<string, readonly [key: string, meaning: string]>> = {
  nsd: ['nsd', 'the distance in mm up to which two surfaces count as the same'],
  'boundary-iou': ['boundary_dist', 'the width of the band along the boundary'],
};

export const metricNeedsParameter: ProtocolRule = {
  id: 'metric-needs-parameter',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'The normalised surface distance says its tolerance (`nsd`), and the boundary IoU the width of its band (`boundary_dist`), under `parameters`.',
    why: 'With 1 mm or with 5 mm the same outlines agree badly or well. A number without its tolerance cannot be compared with any other (Metrics Reloaded).',
    invalid: example(''),
    valid: example(', parameters: {nsd: 2}'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, metric, node } of protocol.agreement.values()) {
      const parameter = metric && lookup(needed, metric.text);
      if (!metric || !parameter || valueAt(node, 'parameters', parameter[0])) continue;
      found.push({
        at: metric.node,
        message: `${quoted(metric.text)} of “${id}” needs ${parameter[1]}. Add “${parameter[0]}” under “parameters”.`,
      });
    }
    return found;
  },
};
