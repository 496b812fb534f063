import { readTexts } from '../../model/read';
import { entryOf, keyText, valueAt } from '../../yaml/node';
import { isIncomplete } from '../brokenPlaces';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { quoted } from '../words';
import { nearestId } from './guideline';
import { protocolExample } from './examples';

export const partitionMustExist: ProtocolRule = {
  id: 'partition-must-exist',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'A stage that is for some parts of the data only (`partitions`) names parts that `data` defines.',
    why: 'How the test set is annotated has to be told by itself (CLAIM-2024 item 17, BIAS); a misspelt part is annotated by no stage.',
    invalid: protocolExample(`
data: {partitions: {shares: {train: 80%, test: 20%}}}
workflow:
  first: {stage: read, role: reader, partitions: [train, tset]}
`),
    valid: protocolExample(`
data: {partitions: {shares: {train: 80%, test: 20%}}}
workflow:
  first: {stage: read, role: reader, partitions: [train, test]}
`),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const shares = entryOf(valueAt(protocol.document.root, 'data', 'partitions'), 'shares')?.value;
    if (shares?.kind !== 'map' || isIncomplete(protocol.document)) return found;
    const known = shares.entries.map(keyText);
    for (const { node } of protocol.workflow.values()) {
      for (const { text, node: at } of readTexts(valueAt(node, 'partitions'))) {
        if (known.includes(text)) continue;
        const meant = nearestId(text, known);
        found.push({
          at,
          message: `There is no part ${quoted(text)} of the data.${meant ? ` Did you mean “${meant}”?` : ' Define it under “shares” of the “partitions”.'}`,
          fixes: meant ? [replaceFix(`Change to “${meant}”`, at, meant, true)] : [],
        });
      }
    }
    return found;
  },
};
