import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const stages = {
  train: '  calibrate: {stage: train, role: reader, cases: 20}\n',
  read: '  first: {stage: read, role: reader}\n',
};

export const trainingComesFirst: ProtocolRule = {
  id: 'training-comes-first',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Readers practise (`train`) before they read cases.',
    why: 'Stages run in the order they stand in, and who practises afterwards has read without. The training given is asked for by BIAS and the FDA draft guidance of January 2025, section VIII.',
    invalid: protocolExample(`workflow:\n${stages.read}${stages.train}`),
    valid: protocolExample(`workflow:\n${stages.train}${stages.read}`),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const before: string[] = [];
    for (const { id, key, stage, role } of protocol.workflow.values()) {
      if (stage === 'read' && role) before.push(role.text);
      if (stage !== 'train' || !role || !before.includes(role.text)) continue;
      found.push({
        at: key,
        message: `“${id}” comes after “${role.text}” has read cases already. Move it in front of the first reading.`,
      });
    }
    return found;
  },
};
