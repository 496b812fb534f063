import { spanWithin } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolText, taxonomyText } from './examples';

const taxonomy = taxonomyText(`
labels:
  ptx: {name: PTX, deprecated: {since: 1.0.0, replacedBy: pneumothorax}}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space.}
`);

export const noDeprecatedLabelInUse: ProtocolRule = {
  id: 'no-deprecated-label-in-use',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'The labels that a protocol has annotated are in use in its taxonomy.',
    why: 'New annotations with a label that is out of use have to be brought forward later. ROBOT reports references to deprecated terms as errors.',
    invalid: { 'example.protocol.yaml': protocolText('labels: [ptx]'), 'findings.taxonomy.yaml': taxonomy },
    valid: { 'example.protocol.yaml': protocolText('labels: [pneumothorax]'), 'findings.taxonomy.yaml': taxonomy },
  },
  check({ protocol, taxonomy: used }) {
    const found: Finding[] = [];
    for (const { id, key } of protocol.labels?.values() ?? []) {
      const deprecated = used?.space.labels.get(id)?.label.deprecated;
      if (!deprecated) continue;
      const [only, ...others] = deprecated.replacedBy;
      const next = only && others.length === 0 && !protocol.labels?.has(only.id) ? only.id : undefined;
      const at = spanWithin(key, 0, key.source.length);
      const since = deprecated.since ? ` since ${deprecated.since}` : '';
      found.push({
        at,
        message: `“${id}” is out of use${since}.${next ? ` Use “${next}”, which took its place.` : ' Use what took its place.'}`,
        fixes: next ? [replaceFix(`Change to “${next}”`, at, next, true)] : [],
      });
    }
    return found;
  },
};
