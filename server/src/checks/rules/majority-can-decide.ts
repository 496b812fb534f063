import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';
import { readersOf } from './readings';

const example = (method: string) =>
  protocolExample(`
workflow:
  first: {stage: read, role: reader, readers: 2}
  merged: {stage: merge, of: first, method: ${method}}
`);

export const majorityCanDecide: ProtocolRule = {
  id: 'majority-can-decide',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A majority is taken of an odd number of readers, or says how many must agree (`atLeast`), or somebody adjudicates afterwards.',
    why: 'Two readers who differ have no majority, and the program that merges decides by chance or by the order of the files. How ties are decided is asked for by BIAS and the FDA draft guidance of January 2025, section VIII.',
    invalid: example('majority'),
    valid: example('consensus'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const stages = [...protocol.workflow.values()];
    for (const [index, { stage, of, method, atLeast }] of stages.entries()) {
      if (stage !== 'merge' || method?.text !== 'majority' || atLeast !== undefined || !of) continue;
      const readers = readersOf(protocol, of.text);
      if (readers === undefined || readers < 2 || readers % 2 === 1) continue;
      if (stages.slice(index + 1).some((later) => later.stage === 'adjudicate')) continue;
      found.push({
        at: method.node,
        message: `${readers} readers can differ half and half, and then there is no majority. Say “atLeast”, let somebody adjudicate, or take another method.`,
        fixes: [replaceFix('Change to “consensus”', method.node, 'consensus')],
      });
    }
    return found;
  },
};
