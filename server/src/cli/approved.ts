import { readText } from '../model/read';
import { decodeText } from '../workspace/decode';
import type { FileSystem } from '../workspace/fileSystem';
import type { History, Revision } from '../workspace/history';
import { valueAt } from '../yaml/node';
import { parseYaml } from '../yaml/parseDocument';

/** A guideline as a commit left it, approved. */
export interface ApprovedVersion {
  readonly revision: Revision;
  /** The files as they were then. */
  files(): Promise<FileSystem>;
}

/** So many commits are looked at. */
const most = 50;

/** The last version of a guideline that was approved, as git has it; nothing where there is none. */
export async function lastApproved(history: History, uri: string): Promise<ApprovedVersion | undefined> {
  for (const revision of await history.revisions(uri, most)) {
    const files = await history.at(uri, revision.id);
    const bytes = await files.read(uri);
    const document = bytes && parseYaml(decodeText(bytes));
    if (document && readText(valueAt(document.root, 'status')) === 'approved')
      return { revision, files: async () => files };
  }
  return undefined;
}
