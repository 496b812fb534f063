import { entryOf, valueAt } from '../../yaml/node';
import { insertFix, replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const approvals = 'approvals: [{by: A. Lead, on: 2026-01-20, version: 1.0.0}]';

export const approvedPinsTaxonomy: ProtocolRule = {
  id: 'approved-pins-taxonomy',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'An approved protocol asks for one version of its taxonomy, or for changes of its wording only (`~`).',
    why: 'With `^`, or without a version, new criteria come in that nobody has approved for this protocol. The FDA draft guidance of January 2025 (section VIII) asks for version control.',
    invalid: protocolExample(`taxonomy: {file: findings.taxonomy.yaml, version: ^1.0.0}\n${approvals}`, {
      status: 'approved',
    }),
    valid: protocolExample(`taxonomy: {file: findings.taxonomy.yaml, version: ~1.0.0}\n${approvals}`, {
      status: 'approved',
    }),
  },
  check({ protocol, taxonomy }) {
    const findings: Finding[] = [];
    if (protocol.status?.text !== 'approved') return findings;
    const { file, version } = protocol.taxonomy;
    if (version?.text.startsWith('^')) {
      const pinned = `~${version.text.slice(1)}`;
      findings.push({
        at: version.node,
        message: `An approved protocol asks for “${pinned}”: “${version.text}” would let new criteria in that nobody approved.`,
        fixes: [replaceFix(`Change to ${pinned}`, version.node, pinned, true)],
      });
    } else if (file && !entryOf(valueAt(protocol.document.root, 'taxonomy'), 'version')) {
      const map = valueAt(protocol.document.root, 'taxonomy');
      const found = taxonomy?.taxonomy.version?.text;
      const fixes = map?.kind === 'map' && found ? [insertFix(`Ask for ~${found}`, map, `version: ~${found}`)] : [];
      findings.push({
        at: file.node,
        message: 'An approved protocol says which version of its taxonomy it was approved with. Add “version”.',
        fixes,
      });
    }
    return findings;
  },
};
