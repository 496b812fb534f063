import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (years: number) =>
  protocolExample(`
roles:
  reader: {qualification: Radiologist, experienceYears: 5, count: 2}
  adjudicator: {qualification: Thoracic radiologist, experienceYears: ${years}, count: 1}
workflow:
  first: {stage: read, role: reader, readers: 2}
  decided: {stage: adjudicate, role: adjudicator, of: first, method: expert}
`);

export const adjudicatorHasExperience: ProtocolRule = {
  id: 'adjudicator-has-experience',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Who adjudicates needs at least as many years of experience as who reads.',
    why: 'The word of the adjudicator becomes the reference. Expertise and years of the annotators are asked for by CLAIM-2024 item 16, STARD-AI item 12 and BIAS.',
    invalid: example(3),
    valid: example(10),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const stages = [...protocol.workflow.values()];
    const roleOf = (kind: string) =>
      new Set(stages.flatMap(({ stage, role }) => (stage === kind && role ? [role.text] : [])));
    const years = (id: string) => protocol.roles.get(id)?.experienceYears;
    const needed = Math.max(-1, ...[...roleOf('read')].flatMap((id) => years(id) ?? []));
    for (const id of roleOf('adjudicate')) {
      const own = years(id);
      const at = valueAt(protocol.roles.get(id)?.node, 'experienceYears');
      if (own === undefined || own >= needed || !at) continue;
      found.push({
        at,
        message: `“${id}” decides over readers with ${needed} years of experience, and needs ${own}. Ask for at least as many.`,
        fixes: Number.isFinite(needed) ? [replaceFix(`Change to ${needed}`, at, String(needed))] : [],
      });
    }
    return found;
  },
};
