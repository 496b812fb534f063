import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';
import { readersOf } from './readings';

const example = (readers: number) =>
  protocolExample(`
workflow:
  first: {stage: read, role: reader, readers: ${readers}}
  merged: {stage: merge, of: first, method: consensus}
`);

export const mergeNeedsSeveralReadings: ProtocolRule = {
  id: 'merge-needs-several-readings',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A stage that merges takes up a stage with at least two readers.',
    why: 'One reading cannot be put together with others. Either the number of readers is wrong, or the report will claim a consensus that nobody reached (BIAS asks for both).',
    invalid: example(1),
    valid: example(2),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, stage, of } of protocol.workflow.values()) {
      if (stage !== 'merge' || !of || readersOf(protocol, of.text) !== 1) continue;
      found.push({
        at: of.node,
        message: `“${id}” puts readings together, and “${of.text}” has one reader a case. Raise “readers” there, or leave this stage out.`,
      });
    }
    return found;
  },
};
