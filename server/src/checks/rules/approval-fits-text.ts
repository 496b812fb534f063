import { readText } from '../../model/read';
import { valueAt } from '../../yaml/node';
import { isIncomplete } from '../brokenPlaces';
import { contentDigest } from '../digest';
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
    const list = valueAt(document.root, 'approvals');
    const version = guideline.protocol.version?.text;
    if (list?.kind !== 'list' || version === undefined || isIncomplete(document)) return;
    let now: string | undefined;
    for (const item of list.items) {
      const at = valueAt(item, 'digest');
      const digest = readText(at);
      if (!at || digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) continue;
      if (readText(valueAt(item, 'version')) !== version) continue;
      now ??= await contentDigest(document);
      if (digest === now) continue;
      const by = readText(valueAt(item, 'by')) ?? 'somebody';
      yield {
        at,
        message: `The text has changed since ${by} approved version ${version}. Raise the version and have it approved, or take the change back.`,
      };
    }
  },
};
