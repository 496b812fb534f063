import { readText } from '../../model/read';
import { entryOf, valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (version: string) =>
  protocolExample(`changes: [{version: ${version}, on: 2026-01-20, summary: First version.}]`, {
    version: '1.1.0',
    status: 'review',
  });

export const changesTellOfVersion: ProtocolRule = {
  id: 'changes-tell-of-version',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A list of changes tells of the version that the protocol has. Drafts are not looked at.',
    why: 'Readers learn from it what they should do otherwise; without an entry they go on as before. Version control is asked for by the FDA draft guidance of January 2025, section VIII.',
    invalid: example('1.0.0'),
    valid: example('1.1.0'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const { version, status, document } = protocol;
    const entry = entryOf(document.root, 'changes');
    if (!version || status?.text === 'draft' || entry?.value.kind !== 'list' || entry.value.items.length === 0)
      return found;
    if (entry.value.items.some((item) => readText(valueAt(item, 'version')) === version.text)) return found;
    found.push({
      at: entry.key,
      message: `The changes do not tell of ${version.text}, the version of this protocol. Say what is new in it.`,
    });
    return found;
  },
};
