import { readNumber } from '../../model/read';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { ProtocolRule } from '../rule';
import type { Protocol, Stage } from '../../model/protocol';
import { counted } from '../words';
import { protocolExample } from './examples';

export const enoughReaders: ProtocolRule = {
  id: 'enough-readers',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'A stage asks for no more readers a case than there are people in the role, and a merge for no more votes than readers.',
    why: 'The plan cannot be carried out as it stands. The number of annotators is asked for by BIAS and the FDA draft guidance of January 2025, section VIII.',
    invalid: protocolExample(`
roles:
  reader: {qualification: Radiologist, count: 2}
workflow:
  first: {stage: read, role: reader, readers: 3}
`),
    valid: protocolExample(`
roles:
  reader: {qualification: Radiologist, count: 3}
workflow:
  first: {stage: read, role: reader, readers: 3}
`),
  },
  *check({ protocol }) {
    for (const { id, role, readers, node, atLeast, of } of protocol.workflow.values()) {
      const people = role && protocol.roles.get(role.text);
      const at = valueAt(node, 'readers');
      if (people?.count !== undefined && readers !== undefined && readers > people.count && at) {
        const count = valueAt(people.node, 'count');
        yield {
          at,
          message: `“${id}” asks for ${counted(readers, 'reader')} a case, and “${people.id}” is ${counted(people.count, 'person', 'people')}. Lower one, or raise the other.`,
          fixes: [
            replaceFix(`Change to ${people.count}`, at, String(people.count)),
            ...(count ? [replaceFix(`Raise the count of “${people.id}” to ${readers}`, count, String(readers))] : []),
          ],
        };
      }
      const votes = valueAt(node, 'atLeast');
      const before = of && readersOf(protocol, of.text);
      if (atLeast !== undefined && votes && before !== undefined && atLeast > before) {
        yield {
          at: votes,
          message: `“${id}” asks for ${counted(readNumber(votes) ?? atLeast, 'vote')}, and “${of?.text}” has ${counted(before, 'reader')} a case.`,
          fixes: [replaceFix(`Change to ${before}`, votes, String(before))],
        };
      }
    }
  },
};

/** How many readers made the annotations of a stage; revisions are followed to what they revise. */
function readersOf(protocol: Protocol, id: string): number | undefined {
  const seen = new Set<string>();
  let stage: Stage | undefined = protocol.workflow.get(id);
  while (stage?.stage === 'revise' && stage.of && !seen.has(stage.id)) {
    seen.add(stage.id);
    stage = protocol.workflow.get(stage.of.text);
  }
  return stage?.stage === 'read' ? (stage.readers ?? 1) : undefined;
}
