import { readText } from '../../model/read';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (blinded: string) =>
  protocolExample(`
workflow:
  draft: {stage: pre-label, model: {name: Detector}, policy: edit}
  first: {stage: read, role: reader, readers: 2, ${blinded}sees: [draft]}
  merged: {stage: merge, of: first, method: consensus}
`);

export const independentReadersShareNoDraft: ProtocolRule = {
  id: 'independent-readers-share-no-draft',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Readers who are blinded to each other do not all begin with the annotations of one model, unless they only see them as a reference.',
    why: 'Two readers who correct the same draft agree because of the draft, so that their agreement says nothing of the readers. Independence is asked for by STARD-AI items 17a and 17b, GRRAS items 8 and 9 and the FDA draft guidance of January 2025, section VIII.',
    invalid: example('blindedTo: [other-readers], '),
    valid: example(''),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    for (const { id, stage, readers = 1, blindedTo, sees } of protocol.workflow.values()) {
      if (stage !== 'read' || readers < 2 || !blindedTo.some(({ text }) => text === 'other-readers')) continue;
      const draft = sees.find(({ text }) => {
        const seen = protocol.workflow.get(text);
        return seen?.stage === 'pre-label' && readText(valueAt(seen.node, 'policy')) !== 'reference';
      });
      if (!draft) continue;
      const policy = valueAt(protocol.workflow.get(draft.text)?.node, 'policy');
      found.push({
        at: draft.node,
        message: `The ${readers} readers of “${id}” are to be independent, and all begin with “${draft.text}”. Let them begin without it, or say that they are not independent.`,
        fixes: policy ? [replaceFix('Let them see it as a reference only', policy, 'reference')] : [],
      });
    }
    return found;
  },
};
