import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { replaceFix } from '../fixes';
import { protocolExample } from './examples';

const example = (of: string) =>
  protocolExample(`
workflow:
  draft: {stage: pre-label, model: {name: Detector}}
  first: {stage: read, role: reader, sees: [draft]}
  second: {stage: revise, of: ${of}}
`);

export const revisionFollowsReading: ProtocolRule = {
  id: 'revision-follows-reading',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'A stage that revises takes up a stage in which readers read, or revised before.',
    why: 'The same readers look again: of a draft or of a merge there are no readers who could. Who annotates in each step is asked for by BIAS and CLAIM-2024 item 16.',
    invalid: example('draft'),
    valid: example('first'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const readings: string[] = [];
    for (const { id, stage, of } of protocol.workflow.values()) {
      const taken = of && protocol.workflow.get(of.text)?.stage;
      if (stage === 'revise' && of && taken && !['read', 'revise'].includes(taken)) {
        const last = readings[readings.length - 1];
        found.push({
          at: of.node,
          message: `“${id}” has the same readers look again, and “${of.text}” has no readers: it is a stage “${taken}”.${last ? ` Did you mean “${last}”?` : ' Name a stage that reads.'}`,
          fixes: last ? [replaceFix(`Change to “${last}”`, of.node, last)] : [],
        });
      }
      if (stage === 'read' || stage === 'revise') readings.push(id);
    }
    return found;
  },
};
