import type { Protocol, Stage } from '../../model/protocol';
import { valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';
import { readingOf } from './readings';

const example = (merged: string) =>
  protocolExample(`
workflow:
  first: {stage: read, role: reader, readers: 2}
${merged}`);

export const readingsAreMerged: ProtocolRule = {
  id: 'readings-are-merged',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Where several readers read each case, a later stage makes one annotation of theirs: it merges or adjudicates.',
    why: 'Without it nobody knows which of the readings is the reference. How annotations are put together is asked for by BIAS, CLAIM-2020 item 18 and the FDA draft guidance of January 2025, section VIII.',
    invalid: example(''),
    valid: example('  merged: {stage: merge, of: first, method: consensus}\n'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const stages = [...protocol.workflow.values()];
    for (const [index, { id, stage, readers = 1, node }] of stages.entries()) {
      const at = valueAt(node, 'readers');
      if (stage !== 'read' || readers < 2 || !at) continue;
      if (stages.slice(index + 1).some((later) => decides(protocol, later, id))) continue;
      found.push({
        at,
        message: `“${id}” has ${readers} readings of each case, and no later stage makes one of them. Add a stage “merge” or “adjudicate”.`,
      });
    }
    return found;
  },
};

function decides(protocol: Protocol, { stage, of }: Stage, reading: string): boolean {
  if (stage !== 'merge' && stage !== 'adjudicate') return false;
  // Who adjudicates without naming a stage decides on whatever was read before; a name may be misspelt.
  const taken = of && protocol.workflow.get(of.text);
  return !of || !taken || taken.stage === 'merge' || readingOf(protocol, of.text)?.id === reading;
}
