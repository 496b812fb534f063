import { staleApprovals } from '../approvals';
import { isIncomplete } from '../brokenPlaces';
import type { SurroundingsRule } from '../rule';
import { protocolExample } from './examples';

const example = (digest: string) =>
  protocolExample(
    `approvals:
  - {by: A. Lead, on: 2026-01-20, version: 1.0.0, digest: 'sha256:${digest}'}`,
    { status: 'approved' },
  );

export const approvalFitsText: SurroundingsRule = {
  id: 'approval-fits-text',
  family: 'versions',
  level: 'error',
  scope: 'surroundings',
  docs: {
    what: 'The text of a protocol is still the one that was approved: an approval of its version has the digest of the text as it is. Comments, white space and the order of keys make no difference.',
    why: 'Somebody signed a text, and another one stands there now. An audit takes the approval for what it was given for. The FDA draft guidance of January 2025, section VIII, asks for version control.',
    invalid: example('0'.repeat(64)),
    valid: example('fe8aa698ffc44f59a5bcac7b917fffa93bd06670c657df960303147369870fdb'),
  },
  async *check(guideline) {
    if (guideline.kind !== 'protocol') return;
    const { document } = guideline.file;
    if (isIncomplete(document)) return;
    for (const { at, by } of await staleApprovals(document)) {
      yield {
        at,
        message: `The text has changed since ${by} approved version ${guideline.protocol.version?.text}. Raise the version and have it approved, or take the change back.`,
      };
    }
  },
};
