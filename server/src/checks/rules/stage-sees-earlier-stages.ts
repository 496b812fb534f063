import { entryOf } from '../../yaml/node';
import { removeFix, removeItemFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (second: string) =>
  protocolExample(`
workflow:
  first: {stage: read, role: reader${second}}
  second: {stage: revise, of: first, sees: [first]}
`);

export const stageSeesEarlierStages: ProtocolRule = {
  id: 'stage-sees-earlier-stages',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'Readers are shown (`sees`) stages that stand before their own.',
    why: 'Stages run in the order they stand in; what nobody has made yet cannot be shown. What readers are shown is asked for by the FDA draft guidance of January 2025, section VIII.',
    invalid: example(', sees: [second]'),
    valid: example(''),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const order = [...protocol.workflow.keys()];
    for (const [index, { id, sees, node }] of [...protocol.workflow.values()].entries()) {
      for (const seen of sees) {
        const entry = entryOf(node, 'sees');
        if (order.indexOf(seen.text) < index || !entry || node?.kind !== 'map') continue;
        const title = `Do not show “${seen.text}”`;
        found.push({
          at: seen.node,
          message: `The readers of “${id}” cannot see ${seen.text === id ? 'their own stage' : `“${seen.text}”, which comes later`}. Name a stage that stands before it.`,
          fixes: [
            entry.value.kind === 'list' && entry.value.items.length > 1
              ? removeItemFix(title, entry.value.items, seen.node, entry.value.style === 'flow')
              : removeFix(title, node, entry),
          ],
        });
      }
    }
    return found;
  },
};
