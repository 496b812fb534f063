import { insertFix } from '../fixes';
import { entryOf } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const reviewing = ['read', 'revise', 'adjudicate', 'quality-control'];

export const preLabelsAreReviewed: ProtocolRule = {
  id: 'pre-labels-are-reviewed',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Annotations that a model makes beforehand are seen by readers in a later stage (`sees` or `of`).',
    why: 'Annotations that nobody looks at are the model’s opinion, not a reference. Machine pre-labels are asked for by CLAIM-2020 item 17 and Croissant RAI.',
    invalid: protocolExample(`
workflow:
  draft: {stage: pre-label, model: {name: Detector}}
  first: {stage: read, role: reader}
`),
    valid: protocolExample(`
workflow:
  draft: {stage: pre-label, model: {name: Detector}}
  first: {stage: read, role: reader, sees: [draft]}
`),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const stages = [...protocol.workflow.values()];
    for (const [index, { id, key, stage }] of stages.entries()) {
      if (stage !== 'pre-label') continue;
      const later = stages.slice(index + 1).filter((next) => reviewing.includes(next.stage ?? ''));
      if (later.some(({ of, sees }) => of?.text === id || sees.some(({ text }) => text === id))) continue;
      const reader = later.find(({ node }) => node?.kind === 'map' && !entryOf(node, 'sees'));
      const fixes =
        reader?.node?.kind === 'map' ? [insertFix(`Show it to “${reader.id}”`, reader.node, `sees: [${id}]`)] : [];
      found.push({
        at: key,
        message: `Nobody looks at what “${id}” made. Name it under “sees” of the stage that reads after it.`,
        fixes,
      });
    }
    return found;
  },
};
