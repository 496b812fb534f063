import { readText } from '../model/read';
import type { YamlDocument } from '../yaml/document';
import type { YamlNode } from '../yaml/node';
import { valueAt } from '../yaml/node';
import { contentDigest } from './content';

/** An approval that was given for another text than the document has. */
export interface StaleApproval {
  /** Its digest. */
  readonly at: YamlNode;
  /** Who gave it. */
  readonly by: string;
}

/** The approvals of the version that a document has whose digest is of another text. Those without a digest are good. */
export async function staleApprovals(document: YamlDocument): Promise<StaleApproval[]> {
  const { root } = document;
  const list = valueAt(root, 'approvals');
  const version = readText(valueAt(root, 'version'));
  if (list?.kind !== 'list' || version === undefined) return [];
  const stale: StaleApproval[] = [];
  let now: string | undefined;
  for (const item of list.items) {
    const at = valueAt(item, 'digest');
    const digest = readText(at);
    if (!at || digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) continue;
    if (readText(valueAt(item, 'version')) !== version) continue;
    now ??= await contentDigest(document);
    if (digest !== now) stale.push({ at, by: readText(valueAt(item, 'by')) ?? 'somebody' });
  }
  return stale;
}
