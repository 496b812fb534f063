import type { Located } from '../../model/read';
import type { Stage } from '../../model/protocol';
import { entryOf } from '../../yaml/node';
import { removeFix, removeItemFix } from '../fixes';
import type { Finding, Fix } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

export const blindedReadersSeeNothing: ProtocolRule = {
  id: 'blinded-readers-see-nothing',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'Readers are not shown (`sees`) what they are blinded to (`blindedTo`); who is blinded to other readers sees no earlier reading.',
    why: 'One of the two is not true, and the report of the study will say the wrong one. Blinding is asked for by STARD-AI items 17a and 17b, GRRAS items 8 and 9 and the FDA draft guidance of January 2025, section VIII.',
    invalid: protocolExample(`
workflow:
  first: {stage: read, role: reader, blindedTo: [report], sees: [report]}
`),
    valid: protocolExample(`
workflow:
  first: {stage: read, role: reader, blindedTo: [report]}
`),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const stage of protocol.workflow.values()) {
      const blinded = stage.blindedTo.map(({ text }) => text);
      for (const item of stage.sees) {
        const reading = ['read', 'revise'].includes(protocol.workflow.get(item.text)?.stage ?? '');
        const to = blinded.includes(item.text)
          ? item.text
          : reading && blinded.includes('other-readers')
            ? 'other-readers'
            : undefined;
        if (to === undefined) continue;
        found.push({
          at: item.node,
          message: `The readers of “${stage.id}” are blinded to “${to}”, and are shown “${item.text}”. Take one of the two out.`,
          fixes: removeSeen(stage, item),
        });
      }
    }
    return found;
  },
};

function removeSeen({ node, sees }: Stage, { text, node: item }: Located): Fix[] {
  const entry = entryOf(node, 'sees');
  if (node?.kind !== 'map' || entry?.value.kind !== 'list') return [];
  const title = `Do not show “${text}”`;
  if (sees.length === 1) return [removeFix(title, node, entry)];
  return [removeItemFix(title, entry.value.items, item, entry.value.style === 'flow')];
}
