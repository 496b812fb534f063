import { readText } from '../../model/read';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (level: string) =>
  protocolExample(`data: {partitions: {disjointAt: ${level}, shares: {train: 80%, test: 20%}}}`);

export const partitionsAreApartByPatient: ProtocolRule = {
  id: 'partitions-are-apart-by-patient',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'The parts of the data are apart at least by patient, not by study, series or image only.',
    why: 'Two images of one patient are alike. With one in training and one in the test, a model is tested on what it has learnt by heart. The level at which parts are disjoint is asked for by CLAIM-2024 item 21.',
    invalid: example('image'),
    valid: example('patient'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const at = valueAt(protocol.document.root, 'data', 'partitions', 'disjointAt');
    const level = readText(at);
    if (!at || (level !== 'study' && level !== 'series' && level !== 'image')) return found;
    found.push({
      at,
      message: `Images of one patient may come into several parts when these are apart by ${level} only. Keep them apart by patient.`,
      fixes: [replaceFix('Change to “patient”', at, 'patient', true)],
    });
    return found;
  },
};
