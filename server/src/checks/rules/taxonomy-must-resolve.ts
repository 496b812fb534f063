import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { findings, protocolText } from './examples';
import { unresolved } from './paths';

export const taxonomyMustResolve: ProtocolRule = {
  id: 'taxonomy-must-resolve',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'The taxonomy that a protocol names is there, and is a label taxonomy.',
    why: 'Without its taxonomy none of the labels of a protocol can be checked, and readers have no definitions.',
    invalid: {
      'example.protocol.yaml': protocolText('taxonomy: {file: labels\\findings.taxonomy.yaml, version: ~1.0.0}'),
      'labels/findings.taxonomy.yaml': findings,
    },
    valid: {
      'example.protocol.yaml': protocolText('taxonomy: {file: labels/findings.taxonomy.yaml, version: ~1.0.0}'),
      'labels/findings.taxonomy.yaml': findings,
    },
  },
  check({ reference, protocol }) {
    const found: Finding[] = [];
    const at = protocol.taxonomy.file?.node;
    const finding = reference && at && unresolved(reference, at);
    if (finding) found.push(finding);
    return found;
  },
};
