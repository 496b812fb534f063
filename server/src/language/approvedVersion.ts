import type { ApprovedVersion } from '../requests';
import { decodeText } from '../workspace/decode';
import type { History } from '../workspace/history';

/** So many commits are looked at. */
const farthest = 50;

/** The last version of a guideline in git that was approved; nothing where there is none. */
export async function lastApproved(history: History, uri: string): Promise<ApprovedVersion | undefined> {
  for (const { id } of await history.revisions(uri, farthest)) {
    const bytes = await (await history.at(uri, id)).read(uri);
    const text = bytes ? decodeText(bytes) : '';
    const version = /^version:[ \t]*['"]?([^\s'"#]+)/m.exec(text)?.[1];
    if (version !== undefined && /^status:[ \t]*['"]?approved\b/m.test(text)) return { revision: id, version };
  }
  return undefined;
}
