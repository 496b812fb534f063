import { readText } from '../../model/read';
import type { YamlEntry } from '../../yaml/node';
import { entryOf, keyText, valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

export const sharesAddUp: ProtocolRule = {
  id: 'shares-add-up',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'Shares in percent, of the partitions and of each characteristic of the cohort, add up to 100%.',
    why: 'With less, nobody knows where the other cases belong; with more, they cannot be drawn. Proportions are asked for by CLAIM-2024 item 20 and BIAS.',
    invalid: protocolExample(
      'data: {partitions: {disjointAt: patient, shares: {train: 70%, validation: 20%, test: 20%}}}',
    ),
    valid: protocolExample(
      'data: {partitions: {disjointAt: patient, shares: {train: 70%, validation: 10%, test: 20%}}}',
    ),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const data = valueAt(protocol.document.root, 'data');
    found.push(...check('the partitions', entryOf(valueAt(data, 'partitions'), 'shares')));
    const cohort = valueAt(data, 'cohort');
    for (const entry of cohort?.kind === 'map' ? cohort.entries : []) {
      found.push(...check(`“${keyText(entry)}”`, entryOf(entry.value, 'shares')));
    }
    return found;
  },
};

function check(what: string, shares: YamlEntry | undefined): Finding[] {
  const found: Finding[] = [];
  if (shares?.value.kind !== 'map' || shares.value.entries.length === 0) return found;
  const percents = shares.value.entries.map(({ value }) => /^(\d+(?:\.\d+)?) ?%$/.exec(readText(value) ?? '')?.[1]);
  // Numbers of cases need not add up to anything.
  if (percents.some((percent) => percent === undefined)) return found;
  const sum = percents.reduce((total, percent) => total + Number(percent), 0);
  // 33.3% three times is meant to be the whole.
  if (Math.abs(sum - 100) <= 0.05 * percents.length) return found;
  found.push({ at: shares.key, message: `The shares of ${what} add up to ${Number(sum.toFixed(2))}%, not to 100%.` });
  return found;
}
