import { readTexts } from '../../model/read';
import { entryOf, valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { listed, quoted } from '../words';
import { protocolExample } from './examples';

const needs: readonly { readonly name: RegExp; readonly keys: readonly string[] }[] = [
  { name: /\bHIPAA\b/i, keys: ['deidentification'] },
  { name: /\b(GDPR|DSGVO|RGPD)\b/i, keys: ['deidentification', 'lawfulBasis', 'retention'] },
];

export const regulationNeedsDeidentification: ProtocolRule = {
  id: 'regulation-needs-deidentification',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A protocol that names HIPAA says how data are de-identified; one that names the GDPR also says on which lawful basis they are used, and how long they are kept.',
    why: 'HIPAA (45 CFR 164.514(b)) knows two methods of de-identification, and the protocol has to say which. The GDPR asks for a lawful basis (Art. 6) and a limit of storage (Art. 5(1)(e)). De-identification is asked for by CLAIM-2024 item 11.',
    invalid: protocolExample('privacy: {regulations: [HIPAA]}'),
    valid: protocolExample('privacy: {regulations: [HIPAA], deidentification: {method: safe-harbor}}'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const privacy = valueAt(protocol.document.root, 'privacy');
    const told = new Set<string>();
    for (const { text, node } of readTexts(valueAt(privacy, 'regulations'))) {
      const keys = needs.filter(({ name }) => name.test(text)).flatMap((need) => need.keys);
      const missing = keys.filter((key) => !entryOf(privacy, key) && !told.has(key));
      if (missing.length === 0) continue;
      for (const key of missing) told.add(key);
      found.push({
        at: node,
        message: `${quoted(text)} is named, and ${listed(missing.map(quoted), 'and')} ${missing.length > 1 ? 'are' : 'is'} not. Add ${missing.length > 1 ? 'them' : 'it'} under “privacy”.`,
      });
    }
    return found;
  },
};
