import { readNumber } from '../../model/read';
import { valueAt } from '../../yaml/node';
import type { YamlNode } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import type { ProtocolRule } from '../rule';
import { counted } from '../words';
import { protocolExample } from './examples';
import { readersOf } from './readings';

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
  merged: {stage: merge, of: first, method: consensus}
`),
    valid: protocolExample(`
roles:
  reader: {qualification: Radiologist, count: 3}
workflow:
  first: {stage: read, role: reader, readers: 3}
  merged: {stage: merge, of: first, method: consensus}
`),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, role, readers, node, atLeast, of } of protocol.workflow.values()) {
      const people = role && protocol.roles.get(role.text);
      const at = valueAt(node, 'readers');
      if (people?.count !== undefined && readers !== undefined && readers > people.count && at) {
        const count = valueAt(people.node, 'count');
        found.push({
          at,
          message: `“${id}” asks for ${counted(readers, 'reader')} a case, and “${people.id}” is ${counted(people.count, 'person', 'people')}. Lower one, or raise the other.`,
          fixes: [
            ...numberFix(`Change to ${people.count}`, at, people.count),
            ...(count ? numberFix(`Raise the count of “${people.id}” to ${readers}`, count, readers) : []),
          ],
        });
      }
      const votes = valueAt(node, 'atLeast');
      const before = of && readersOf(protocol, of.text);
      if (atLeast !== undefined && votes && before !== undefined && atLeast > before) {
        found.push({
          at: votes,
          message: `“${id}” asks for ${counted(readNumber(votes) ?? atLeast, 'vote')}, and “${of?.text}” has ${counted(before, 'reader')} a case.`,
          fixes: numberFix(`Change to ${before}`, votes, before),
        });
      }
    }
    return found;
  },
};

/** Nobody has more people than this, nor fewer than one: such a number is a slip itself. */
function numberFix(title: string, at: YamlNode, value: number): Fix[] {
  return Number.isInteger(value) && value >= 1 && value < 1e6 ? [replaceFix(title, at, String(value))] : [];
}
