import { readText } from '../../model/read';
import { valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

const example = (details: string) => protocolExample(`privacy: {deidentification: {method: other${details}}}`);

export const otherMethodIsDescribed: ProtocolRule = {
  id: 'other-method-is-described',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'De-identification by another method (`other`), or by a profile of DICOM PS3.15, says under `details` how it is done.',
    why: '“Other” says nothing, and the profile of PS3.15 has ten options of which some keep dates and some keep faces (table E.1-1). The method is asked for by CLAIM-2024 item 11.',
    invalid: example(''),
    valid: example(', details: Names and dates are removed by hand.'),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const block = valueAt(protocol.document.root, 'privacy', 'deidentification');
    const at = valueAt(block, 'method');
    const method = readText(at);
    if (!at || (method !== 'other' && method !== 'dicom-ps3.15') || readText(valueAt(block, 'details'))) return found;
    found.push({
      at,
      message: `“${method}” does not say what is removed. Describe it under “details”${method === 'other' ? '' : ', with the options that are used'}.`,
    });
    return found;
  },
};
