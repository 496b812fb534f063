import { readTexts } from '../../model/read';
import { entryOf, keyText, valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (limit: string) =>
  protocolExample(`
feedback:
  misses: {from: model-performance, metric: sensitivity, ${limit}action: Read again.}
`);

export const feedbackNeedsLimit: ProtocolRule = {
  id: 'feedback-needs-limit',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Feedback by a measure says from which value on something is done (`below` or `above`).',
    why: 'Without a limit the action is taken always, or never. A plan for wrong annotations is asked for by the FDA draft guidance of January 2025, section VIII.',
    invalid: example(''),
    valid: example('below: 0.9, '),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const block = valueAt(protocol.document.root, 'feedback');
    for (const entry of block?.kind === 'map' ? block.entries : []) {
      const [metric] = readTexts(valueAt(entry.value, 'metric'));
      if (!metric || entryOf(entry.value, 'below') || entryOf(entry.value, 'above')) continue;
      found.push({
        at: metric.node,
        message: `“${keyText(entry)}” is measured, and nothing says from when on something is done. Add “below” or “above”.`,
      });
    }
    return found;
  },
};
