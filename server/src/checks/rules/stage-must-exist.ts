import { isIncomplete } from '../brokenPlaces';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { replaceFix } from '../fixes';
import { quoted } from '../words';
import { nearestId } from './guideline';
import { protocolExample } from './examples';

export const stageMustExist: ProtocolRule = {
  id: 'stage-must-exist',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'A stage that takes up another one (`of`) names a stage that stands before it.',
    why: 'Stages run in the order they stand in; annotations that nobody has made yet can be neither revised nor merged.',
    invalid: protocolExample(`
roles:
  reader: {qualification: Radiologist, count: 3}
workflow:
  first: {stage: read, role: reader, readers: 3}
  merged: {stage: merge, of: frist, method: consensus}
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
    if (isIncomplete(protocol.document)) return found;
    const all = [...protocol.workflow.keys()];
    for (const [index, stage] of [...protocol.workflow.values()].entries()) {
      const { of } = stage;
      if (!of || (all.indexOf(of.text) < index && all.includes(of.text))) continue;
      const before = all.slice(0, index);
      if (all.includes(of.text)) {
        const where = of.text === stage.id ? 'itself' : `“${of.text}”, which comes later`;
        found.push({ at: of.node, message: `“${stage.id}” takes up ${where}. Name a stage that stands before it.` });
        continue;
      }
      const meant = nearestId(of.text, before);
      const hint = meant ? ` Did you mean “${meant}”?` : ' Name one that stands before it.';
      found.push({
        at: of.node,
        message: `There is no stage ${quoted(of.text)}.${hint}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, of.node, meant, true)] : [],
      });
    }
    return found;
  },
};
