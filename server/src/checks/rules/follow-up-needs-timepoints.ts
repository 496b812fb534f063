import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (timepoints: string) =>
  protocolExample(`
longitudinal:
  labels: [nodule]
  identity: The same segment of the lung.
  timepoints: {${timepoints}}
`);

export const followUpNeedsTimepoints: ProtocolRule = {
  id: 'follow-up-needs-timepoints',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Findings that are followed (`longitudinal`) have at least two time points, and it is said how a finding is told to be the same (`identity`).',
    why: 'With one examination nothing can be followed, and without a rule for identity two readers follow two different nodules. RECIST 1.1 asks for both.',
    invalid: example('baseline: {required: true}'),
    valid: example('baseline: {required: true}, follow-up: {}'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const entry = entryOf(protocol.document.root, 'longitudinal');
    const block = entry?.value;
    if (!entry || block?.kind !== 'map' || block.entries.length === 0) return found;
    const timepoints = entryOf(block, 'timepoints');
    const count = timepoints?.value.kind === 'map' ? timepoints.value.entries.length : 0;
    if (count < 2) {
      found.push({
        at: timepoints?.key ?? entry.key,
        message: `Findings are followed over ${count === 1 ? 'one time point' : 'no time points'} here. Name at least two under “timepoints”, such as “baseline” and “follow-up”.`,
      });
    }
    if (!entryOf(block, 'identity')) {
      found.push({
        at: entry.key,
        message: 'Nothing says how a finding is told to be the same one as before. Say it under “identity”.',
      });
    }
    return found;
  },
};
