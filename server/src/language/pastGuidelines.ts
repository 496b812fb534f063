import { createWorkspace } from '../workspace/createWorkspace';
import type { History } from '../workspace/history';
import type { Slices } from '../workspace/slices';
import { folderOf } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Guideline } from './guideline';
import { resolveGuideline } from './guideline';

/** Guidelines as they were at revisions. */
export interface PastGuidelines {
  /** Nothing when the file was not there, or was no guideline then. Rejects when the revision is unknown. */
  at(uri: string, revision: string): Promise<Guideline | undefined>;
  /** The workspace as it was then. */
  workspaceAt(uri: string, revision: string): Promise<Workspace>;
  /** Says that the history may have changed. */
  forget(): void;
}

/** So many versions that were read last are kept: their trees are large. */
const mostKept = 3;

export function createPastGuidelines(workspace: Workspace, history: History, slices: Slices): PastGuidelines {
  const kept = new Map<string, Promise<Workspace>>();

  async function read(uri: string, revision: string): Promise<Workspace> {
    const fileSystem = await history.at(uri, revision);
    return createWorkspace({ fileSystem, folders: [...workspace.folders, folderOf(uri)], slices });
  }

  function workspaceAt(uri: string, revision: string): Promise<Workspace> {
    const key = `${revision} ${uri}`;
    const found = kept.get(key) ?? read(uri, revision);
    kept.delete(key);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return found;
  }

  return {
    workspaceAt,
    async at(uri, revision) {
      return resolveGuideline(await workspaceAt(uri, revision), uri);
    },
    forget() {
      // A commit stays what it is; a branch goes on.
      for (const key of kept.keys()) if (!/^[0-9a-f]{40,} /.test(key)) kept.delete(key);
    },
  };
}
