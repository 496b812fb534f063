import { readText } from '../../model/read';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

export const approvedNeedsApproval: ProtocolRule = {
  id: 'approved-needs-approval',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'A protocol with the status `approved` has an approval for the version it has.',
    why: 'An auditor asks who approved what, and when. An approval of an earlier version says nothing of this one.',
    invalid: protocolExample('approvals: [{by: A. Lead, on: 2026-01-20, version: 1.0.0}]', {
      version: '1.1.0',
      status: 'approved',
    }),
    valid: protocolExample('approvals: [{by: A. Lead, on: 2026-01-20, version: 1.1.0}]', {
      version: '1.1.0',
      status: 'approved',
    }),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const { status, version } = protocol;
    if (status?.text !== 'approved' || !version) return found;
    const approvals = valueAt(protocol.document.root, 'approvals');
    const items = approvals?.kind === 'list' ? approvals.items : [];
    if (items.some((item) => readText(valueAt(item, 'version')) === version.text)) return found;
    found.push({
      at: status.node,
      message: `Nobody has approved version ${version.text}. Add it under “approvals”, or set the status to “review”.`,
      fixes: [replaceFix('Change to “review”', status.node, 'review')],
    });
    return found;
  },
};
