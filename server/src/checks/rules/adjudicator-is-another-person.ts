import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (count: number) =>
  protocolExample(`
roles:
  reader: {qualification: Radiologist, count: ${count}}
workflow:
  first: {stage: read, role: reader, readers: 2}
  decided: {stage: adjudicate, role: reader, of: first, method: expert}
`);

export const adjudicatorIsAnotherPerson: ProtocolRule = {
  id: 'adjudicator-is-another-person',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Where the readers’ role also adjudicates, it has more people than read each case.',
    why: 'Otherwise one of the two who differ decides who was right. The adjudication and the qualification for it are asked for by the FDA draft guidance of January 2025, section VIII, and BIAS.',
    invalid: example(2),
    valid: example(3),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const stages = [...protocol.workflow.values()];
    for (const { id, stage, role } of stages) {
      if (stage !== 'adjudicate' || !role) continue;
      const people = protocol.roles.get(role.text)?.count;
      const read = stages.find((one) => one.stage === 'read' && one.role?.text === role.text);
      if (people === undefined || !read || (read.readers ?? 1) < people) continue;
      found.push({
        at: role.node,
        message: `All ${people} people of “${role.text}” read each case in “${read.id}”, and one of them would decide in “${id}”. Add a person, or give it to another role.`,
      });
    }
    return found;
  },
};
