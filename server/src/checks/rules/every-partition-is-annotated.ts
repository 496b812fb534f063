import { readTexts } from '../../model/read';
import { entryOf, keyText, valueAt } from '../../yaml/node';
import { isIncomplete } from '../brokenPlaces';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (test: string) =>
  protocolExample(`
data: {partitions: {shares: {train: 80%, test: 20%}}}
workflow:
  first: {stage: read, role: reader, partitions: [train]}
${test}`);

export const everyPartitionIsAnnotated: ProtocolRule = {
  id: 'every-partition-is-annotated',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Where stages are for parts of the data only (`partitions`), each part is read by some stage.',
    why: 'A part that no reader sees has no reference. How the test set is annotated has to be told by itself (CLAIM-2024 item 17, BIAS).',
    invalid: example(''),
    valid: example('  second: {stage: read, role: reader, partitions: [test]}\n'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const shares = entryOf(valueAt(protocol.document.root, 'data', 'partitions'), 'shares')?.value;
    if (shares?.kind !== 'map' || isIncomplete(protocol.document)) return found;
    const making = [...protocol.workflow.values()].filter(({ stage }) => stage === 'read' || stage === 'adjudicate');
    const parts = making.map(({ node }) => readTexts(valueAt(node, 'partitions')).map(({ text }) => text));
    if (making.length === 0 || parts.some((names) => names.length === 0)) return found;
    // A part that does not exist may be one of them, misspelt.
    const known = shares.entries.map(keyText);
    if (parts.flat().some((name) => !known.includes(name))) return found;
    for (const entry of shares.entries) {
      if (parts.some((names) => names.includes(keyText(entry)))) continue;
      found.push({
        at: entry.key,
        message: `No reader sees the part “${keyText(entry)}” of the data. Name it under “partitions” of a stage that reads.`,
      });
    }
    return found;
  },
};
