import { readTexts } from '../../model/read';
import { documentReferences } from '../../model/references';
import { entryOf, valueAt } from '../../yaml/node';
import { isIncomplete } from '../brokenPlaces';
import { removeFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (access: string) =>
  protocolExample(`
roles:
  reader: {qualification: Radiologist, count: 2}
  manager: {qualification: Data manager, count: 1}
${access}`);

export const roleHasATask: ProtocolRule = {
  id: 'role-has-a-task',
  family: 'protocol',
  level: 'info',
  scope: 'protocol',
  docs: {
    what: 'Each role that is defined takes part: in a stage, in the access to the data, in the review or in an approval.',
    why: 'A role that does nothing is most often one that a stage was meant to name. Who did what is asked for by CLAIM-2024 item 16 and BIAS.',
    invalid: example(''),
    valid: example('privacy: {access: [reader, manager]}'),
  },
  check({ protocol, file }) {
    const found: Finding[] = [];
    const { root } = protocol.document;
    const block = entryOf(root, 'roles')?.value;
    if (block?.kind !== 'map' || isIncomplete(protocol.document)) return found;
    const references = documentReferences('protocol', file.document);
    const used = new Set(references.flatMap(({ kind, id, open }) => (kind === 'role' && !open ? [id] : [])));
    // A role that does not exist may be this one, misspelt.
    if ([...used].some((id) => !protocol.roles.has(id))) return found;
    const text = readTexts(valueAt(root, 'instructions'))[0]?.text ?? '';
    for (const { id, key } of protocol.roles.values()) {
      const entry = entryOf(block, id);
      const inApproval = references.some((one) => one.kind === 'role' && one.id === id);
      if (inApproval || text.includes(id) || !entry) continue;
      found.push({
        at: key,
        message: `“${id}” has nothing to do here. Name it under “role” of a stage, or under “access”, or remove it.`,
        fixes: block.entries.length > 1 ? [removeFix(`Remove “${id}”`, block, entry)] : [],
      });
    }
    return found;
  },
};
